using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Triggers;

if (HealthProbe.IsAskedFor(args))
{
    return await HealthProbe.RunAsync(args, Console.Error, CancellationToken.None);
}

try
{
    LambdaEnvironment.KeepLinesAsWritten();
    var role = FunctionRoleExtensions.Choose(LambdaEnvironment.FunctionName, LambdaEnvironment.Handler);
    if (role is FunctionRole.PreSignup)
    {
        await TriggerFunction.RunAsync(Environment.GetEnvironmentVariable, CancellationToken.None);
        return 0;
    }

    await using var app = GatewayApp.Create(args, role);
    return await app.RunToEndAsync();
}
catch (StartupException cause)
{
    await InitFailure.ReportAsync(cause);
    return 1;
}
