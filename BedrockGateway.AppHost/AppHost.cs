using BedrockGateway.AppHost;
using BedrockGateway.Infra;
using BedrockGateway.Infra.Packaging;

try
{
    var builder = DistributedApplication.CreateBuilder(CommandLine.Read(args));
    CommandLine.ForgetDashboard(args, builder.Configuration);
    var target = AwsTarget.Read(builder.Configuration);
    var settings = builder.Configuration.ReadGatewaySettings(target);
    await builder.Configuration.WriteWarningsAsync(settings);
    var names = new FunctionNames(settings.StackName);
    using var telemetry = AppHostTelemetry.Start(builder);

    // Aspire.Hosting.AWS provisions at its start without waiting for other resources: AWS must answer before that.
    using var awsLog = new LocalAwsLog();
    using var directory = target.Kind is AwsKind.Local ? null : new AccountDirectory(target);
    await using var aws = await LocalAwsStart.StartAsync(builder.Configuration, target, directory, awsLog);
    var localAws = builder.AddLocalAws(aws, target, awsLog);

    var sdk = builder.AddAWSSDKConfig().WithRegion(target.Region).WithSdkValidation(false);
    var stack = builder.AddGatewayStack(ResourceNames.Stack, settings).WithReference(sdk);
    builder.AddGateway(aws, target, stack).WithParentRelationship(localAws.Resource);
    if (directory is not null)
    {
        // The gateway here takes the stack's routes and limits; its users and keys are the account's.
        await aws.MirrorAsync(settings, builder);
        stack.OnResourceReady((made, _, _) => directory.OpenAsync(made.Outputs ?? []));
    }

    builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.Accounts, "accounts")
        .WithParentRelationship(stack.Resource)
        .WithReference(stack)
        .WithReference(sdk)
        .WithCredentials(target, aws.CredentialsOf(names.Accounts))
        .WithLogIn(aws, names.Accounts)
        .WithVariables(AccountsVariables.Of(settings))
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.Accounts))
        .WithEnvironment("CORS_ORIGINS", settings.CorsOrigins)
        .WithEnvironment("AWS_LAMBDA_MAX_CONCURRENCY", "16");

    builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.Models, "models")
        .WithParentRelationship(stack.Resource)
        .WithReference(stack)
        .WithReference(sdk)
        .WithCredentials(target, aws.CredentialsOf(names.Models))
        .WithBedrock(target)
        .WithLogIn(aws, names.Models)
        .WithVariables(ModelsVariables.Of(settings))
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.Models))
        .WithEnvironment("CORS_ORIGINS", settings.CorsOrigins)
        .WithEnvironment("AWS_LAMBDA_MAX_CONCURRENCY", "16");

    // In an account its own runs: Cognito calls it there.
    if (target.Kind is AwsKind.Local && settings.OrganizationDomain is not null)
    {
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Api>(ResourceNames.PreSignup, "pre-signup")
            .WithParentRelationship(stack.Resource)
            .WithReference(sdk)
            .WithCredentials(target, aws.CredentialsOf(names.PreSignup))
            .WithLogIn(aws, names.PreSignup)
            .WithVariables(TriggerVariables.Of(settings))
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", await aws.OpenRuntimeApiAsync(names.PreSignup));
    }

    return await builder.RunAsync(aws, target, stack, settings);
}
catch (Exception failure)
    when (failure is StartFailureException or InvalidSettingException or PackagingException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
