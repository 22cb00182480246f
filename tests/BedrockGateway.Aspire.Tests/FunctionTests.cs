using Amazon;

namespace BedrockGateway.Aspire.Tests;

public sealed class FunctionTests
{
    [Fact]
    public async Task Function_IsAProcessOfTheBuiltProjectInItsFolder()
    {
        var builder = TestApplication.CreateBuilder();
        var settings =
            builder.AddAWSSDKConfig().WithRegion(RegionEndpoint.EUWest1).WithProfile("local").WithSdkValidation(false);
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("accounts", "handler")
            .WithReference(settings)
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1234")
            .WithArgs(
                "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME", "_HANDLER", "AWS_LAMBDA_LOG_FORMAT",
                "AWS_LAMBDA_LOG_LEVEL", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_PROFILE");
        await using var application = await TestApplication.StartAsync(builder);

        await application.LineAsync("accounts", "ready");

        var folder = Path.GetDirectoryName(new Projects.BedrockGateway_Aspire_TestApp().ProjectPath);
        Assert.Equal(
            [
                $"pid {await application.ProcessIdAsync("accounts")}",
                $"folder {folder}",
                "AWS_EXECUTION_ENV=aspire.hosting.aws#13.6.0",
                "AWS_LAMBDA_FUNCTION_NAME=accounts",
                "_HANDLER=handler",
                "AWS_LAMBDA_LOG_FORMAT=Text",
                "AWS_LAMBDA_LOG_LEVEL=INFO",
                "AWS_LAMBDA_RUNTIME_API=127.0.0.1:1234",
                "AWS_REGION=eu-west-1",
                "AWS_PROFILE=local",
                "AWS__Profile=local",
                "AWS__Region=eu-west-1",
                "ready",
            ],
            Sorted(await application.LinesAsync("accounts")));
    }

    [Fact]
    public void HandlerOfAClassLibrary_IsRefused()
    {
        var builder = TestApplication.CreateBuilder();

        var refusal = Assert.Throws<DistributedApplicationException>(() =>
            builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("accounts", "Assembly::Type::Method"));

        Assert.Equal(
            "The handler 'Assembly::Type::Method' of the function 'accounts' is one of a class library. Only "
                + "executable projects run here.",
            refusal.Message);
    }

    [Fact]
    public async Task ProjectThatTheAppHostDoesNotReference_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddAWSLambdaFunction<UnknownProject>("accounts", "handler");
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("accounts", KnownResourceStates.FailedToStart);

        Assert.Equal(
            ["Failed to start: The output of the project '/nowhere/Unknown.csproj' is not known. Add a "
                + "ProjectReference to it to the AppHost project."],
            await application.LinesAsync("accounts"));
    }

    // The order of a process's environment is nobody's promise.
    private static List<string> Sorted(List<string> lines) =>
    [
        .. lines.TakeWhile(line => !line.StartsWith("AWS__", StringComparison.Ordinal)),
        .. lines.Where(line => line.StartsWith("AWS__", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        lines[^1],
    ];

    private sealed class UnknownProject : IProjectMetadata
    {
        public string ProjectPath => "/nowhere/Unknown.csproj";
    }
}
