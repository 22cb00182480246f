using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.Containers.Tests.Running;

namespace BedrockGateway.Containers.Tests;

/// <summary>LocalAws as a container: what clients of LocalStack expect of one, and its ports.</summary>
public sealed class LocalAwsImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Container_IsReadyAsClientsOfLocalStackAsk()
    {
        await Engine.RequireLocalAwsAsync();
        await using var aws = await EmulatorContainer.StartAsync();

        var health = JsonNode.Parse(await aws.GetAsync("_localstack/health"))!;
        var (output, _) = await aws.Container.GetLogsAsync(timestampsEnabled: false, ct: Token);

        Assert.Equal("running", (string?)health["services"]!["cognito-idp"]);
        Assert.Equal("running", (string?)health["services"]!["apigateway"]);
        Assert.Equal("bedrockgateway-local-aws", (string?)health["edition"]);
        Assert.Contains("\nReady.\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_SeesThatTheContainerIsHealthy()
    {
        await Engine.RequireLocalAwsAsync();
        await using var aws = await EmulatorContainer.StartAsync();

        var health = await HealthAsync(aws);

        Assert.Equal("healthy", health);
    }

    [Fact]
    public async Task HealthCheck_FailsWhereNobodyAnswers()
    {
        await Engine.RequireLocalAwsAsync();

        var outcome = await DockerCli.TryAsync(
            TimeSpan.FromMinutes(1), "run", "--rm", "--network", "none", "--entrypoint", "/app/local-aws",
            Engine.LocalAws, "health");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("No LocalAws answers at http://127.0.0.1:4566/ (", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionsOutside_AnswerThroughTheRuntimeApisOnFixedPorts()
    {
        await Engine.RequireLocalAwsAsync();
        await using var aws = await EmulatorContainer.StartAsync();
        await aws.DeployAsync();
        var environments = await aws.FunctionsAsync();
        var functions = environments.Values.Select(Start).ToList();
        try
        {
            using var client = aws.Client();
            var member = await client.EnrolAsync();
            var models = await client.GetAsync("bedrock", member.IdToken, member.Key);

            Assert.Equal(
                ["BedrockGateway-accounts", "BedrockGateway-models", "BedrockGateway-pre-signup"],
                environments.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(HttpStatusCode.OK, models.Status);
        }
        finally
        {
            functions.ForEach(End);
        }
    }

    private static async Task<string> HealthAsync(EmulatorContainer aws)
    {
        while (true)
        {
            var health = await DockerCli.RunAsync(
                "inspect", "--format", "{{.State.Health.Status}}", aws.Container.Id);
            if (health != "starting")
            {
                return health;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), Token);
        }
    }

    private static Process Start(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(
            DotNetHost.Path, [Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Api.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // Its lines are read, so that it can write more.
        process.BeginOutputReadLine();
        return process;
    }

    private static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
