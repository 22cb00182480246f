using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.PreSignup;

try
{
    var role = FunctionRoleExtensions.Choose(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"), Environment.GetEnvironmentVariable("_HANDLER"));
    if (role is FunctionRole.PreSignup)
    {
        var domain = Environment.GetEnvironmentVariable("ORGANIZATION_DOMAIN");
        await PreSignupFunction.RunAsync(domain, CancellationToken.None);
        return 0;
    }

    await using var app = GatewayApp.Create(args, role);
    await app.RunAsync();
    return 0;
}
catch (StartupException cause)
{
    await Console.Error.WriteLineAsync($"BedrockGateway.Api cannot start: {cause.Message}");
    return 1;
}
