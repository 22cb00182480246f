using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>What a function says of itself at its start, and of a start that fails.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("models", "Models")]
    [InlineData("accounts", "Accounts")]
    [InlineData("pre-signup", "PreSignup")]
    public async Task Start_LogsThePackagesThatAreBuiltIn(string handler, string role)
    {
        await using var runtime = await RuntimeApi.StartAsync(request: null);
        using var function = ApiProcess.Start(Functions.Environment(handler, runtime.Address));

        var line = JsonElement.Parse(await function.LineAsync("Starting as"));

        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Equal(role, line.GetProperty("Role").GetString());
        Assert.Equal("development", line.GetProperty("LambdaPackage").GetString());
        Assert.Equal("stand-in", line.GetProperty("PackageSet").GetString());
        Assert.Equal(
            "Amazon.Lambda.APIGatewayEvents stand-in, Amazon.Lambda.AspNetCoreServer.Hosting stand-in, "
            + "Amazon.Lambda.CognitoEvents stand-in, Amazon.Lambda.RuntimeSupport stand-in, "
            + "Amazon.Lambda.Serialization.SystemTextJson stand-in, AWSSDK.APIGateway stand-in, "
            + "AWSSDK.Bedrock stand-in, AWSSDK.BedrockRuntime stand-in, AWSSDK.CognitoIdentityProvider stand-in, "
            + "Microsoft.IdentityModel.JsonWebTokens 8.23.0, System.IO.Hashing 10.0.14",
            line.GetProperty("Packages").GetString());
    }

    [Fact]
    public async Task ManagedRuntime_TellsTheFunctionByItsVariable()
    {
        await using var runtime = await RuntimeApi.StartAsync(request: null);
        var environment = Functions.Environment("BedrockGateway.Api", runtime.Address);
        environment["GATEWAY_FUNCTION"] = "models";
        using var function = ApiProcess.Start(environment);

        var line = JsonElement.Parse(await function.LineAsync("Starting as"));

        Assert.Equal("Models", line.GetProperty("Role").GetString());
    }

    [Theory]
    [InlineData(
        "models",
        "AWS__Resources__UserPoolId",
        "settings are missing or wrong (UserPoolId: not set); the stack's outputs belong into "
        + "AWS__Resources__<name>, where BedrockGateway.AppHost puts them.")]
    [InlineData(
        "pre-signup",
        "ORGANIZATION_DOMAIN",
        "ORGANIZATION_DOMAIN is ''; it must be ASCII domains such as example.com or *.example.com, separated by "
        + "commas.")]
    public async Task SettingThatIsMissing_IsReportedToTheRuntimeApi(string handler, string name, string reason)
    {
        await using var runtime = await RuntimeApi.StartAsync(request: null);
        var environment = Functions.Environment(handler, runtime.Address);
        environment[name] = "";

        var (exitCode, output, error) = await ApiProcess.RunAsync(environment);
        var report = await runtime.ReportAsync();

        Assert.Equal("init/error", report.Kind);
        var body = JsonElement.Parse(report.Body);
        Assert.Equal("StartupException", body.GetProperty("errorType").GetString());
        Assert.Equal(reason, body.GetProperty("errorMessage").GetString());
        Assert.False(body.TryGetProperty("stackTrace", out _));
        Assert.Equal(
            (1, $"BedrockGateway.Api cannot start: {reason}", ""), (exitCode, output.Trim(), error));
    }
}
