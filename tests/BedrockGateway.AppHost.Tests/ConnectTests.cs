using System.Text.Json.Nodes;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.LocalAws.Tests.Clients;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Clients that others wrote, with nothing but what Connect tells to set.</summary>
public sealed class ConnectTests(SharedGateway gateway)
{
    private static readonly NodePackages Packages = new("tests/clients");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAiAnthropicAndBedrockClients_StreamWithTheLoginOfConnect()
    {
        var whyNot = await Packages.WhyNotAsync();
        Assert.SkipUnless(whyNot is null, whyNot ?? string.Empty);
        var ada = await gateway.Client.EnrolAsync();
        await using var connect = await ConnectProcess.StartAsync(gateway.Client, gateway.Aws, ada);

        var outcome = await ChildProcess.RunAsync(
            "node",
            ["--no-warnings", Path.Combine(Packages.Folder, "scripts", "connect.mjs")],
            new Dictionary<string, string?>(connect.Settings) { ["AWS_REGION"] = "us-east-1" },
            Token);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var seen = JsonNode.Parse(outcome.Output)!;
        Assert.True(
            (bool)seen["same"]! && (bool)seen["streamed"]! && (bool)seen["models"]!, seen.ToJsonString());
        Assert.Equal(50, ((string)seen["answer"]!).Split(' ').Length);
    }
}
