using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Triggers;

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
    await app.RunAsync();
    return 0;
}
catch (StartupException cause)
{
    await InitFailure.ReportAsync(cause);
    return 1;
}
