using System.Globalization;
using Amazon.CDK;
using BedrockGateway.Infra;
using BedrockGateway.Infra.Accounts;
using BedrockGateway.Infra.Keys;
using BedrockGateway.Infra.Packaging;

if (args is ["keys", .. var arguments])
{
    return await KeysProgram.RunAsync(arguments, Console.Out, Console.Error);
}

if (args is ["accounts", .. var accountArguments])
{
    return await AccountsProgram.RunAsync(accountArguments, Console.Out, Console.Error);
}

var app = new App();
try
{
    var settings = GatewaySettings.Read(name =>
        Convert.ToString(app.Node.TryGetContext(name), CultureInfo.InvariantCulture));
    ContextWarnings.AddTo(new GatewayStack(app, settings), settings);
    app.Synth();
    return 0;
}
catch (Exception failure) when (failure is InvalidSettingException or PackagingException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
