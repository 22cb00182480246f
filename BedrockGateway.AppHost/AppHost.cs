using BedrockGateway.AppHost;
using BedrockGateway.Infra;

try
{
    var builder = DistributedApplication.CreateBuilder(args);
    var settings = builder.Configuration.ReadGatewaySettings();
    await builder.Configuration.WriteWarningsAsync(settings);
    var names = new FunctionNames(settings.StackName);
    using var telemetry = AppHostTelemetry.Start(builder);

    // Aspire.Hosting.AWS provisions at its start without waiting for other resources: AWS must answer before that.
    await using var aws = await LocalAwsStart.StartAsync(builder.Configuration);

    var sdk = builder.AddAWSSDKConfig().WithRegion(LocalAwsStart.Region).WithSdkValidation(false);
    var stack = builder.AddGatewayStack(ResourceNames.Stack, settings).WithReference(sdk);

    builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.Accounts, "accounts")
        .WithReference(stack)
        .WithReference(sdk)
        .WithCredentials(aws.CredentialsOf(names.Accounts))
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.Accounts))
        .WithEnvironment("CORS_ORIGINS", settings.CorsOrigins)
        .WithEnvironment("AWS_LAMBDA_MAX_CONCURRENCY", "16");

    builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.Models, "models")
        .WithReference(stack)
        .WithReference(sdk)
        .WithCredentials(aws.CredentialsOf(names.Models))
        .WithEnvironment("ALLOWED_MODELS", settings.AllowedModels)
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.Models))
        .WithEnvironment("CORS_ORIGINS", settings.CorsOrigins)
        .WithEnvironment("AWS_LAMBDA_MAX_CONCURRENCY", "16");

    if (settings.OrganizationDomain is { } domain)
    {
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.PreSignup, "pre-signup")
            .WithReference(sdk)
            .WithCredentials(aws.CredentialsOf(names.PreSignup))
            .WithEnvironment("ORGANIZATION_DOMAIN", domain)
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.PreSignup));
    }

    return await builder.RunAsync(aws, stack, names);
}
catch (Exception failure) when (failure is StartFailureException or InvalidSettingException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
