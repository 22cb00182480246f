using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests.Automation;

public sealed class DevContainerTests
{
    private static readonly JsonNode Container = JsonNode.Parse(
        Repository.Read(".devcontainer/devcontainer.json"),
        documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;

    [Fact]
    public void Sdk_IsOfTheVersionThatTheBuildAsksFor()
    {
        var asked = (string)JsonNode.Parse(Repository.Read("global.json"))!["sdk"]!["version"]!;

        Assert.StartsWith($"{Feature("dotnet:2")["version"]}.", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_AreThoseThatTheTestsNeed()
    {
        Assert.InRange(int.Parse((string)Feature("node:2")["version"]!, null), 20, 99);
        Assert.NotNull(Feature("docker-in-docker:4"));
        Assert.EndsWith(
            "dotnet restore BedrockGateway.sln", (string)Container["postCreateCommand"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_AreThoseOfTheLocalRunAndHaveNames()
    {
        var forwarded = Container["forwardPorts"]!.AsArray().Select(port => (int)port!);
        var profile = JsonNode.Parse(Repository.Read("BedrockGateway.AppHost/Properties/launchSettings.json"))!;
        var dashboard = (string)profile["profiles"]!["BedrockGateway.AppHost"]!["applicationUrl"]!;

        Assert.Equal([5080, 4566, new Uri(dashboard.Split(';')[0]).Port], forwarded);
        Assert.Equal(
            ["Gateway", "AWS endpoint (LocalAws)", "Aspire dashboard"],
            forwarded.Select(port => (string?)Container["portsAttributes"]![$"{port}"]!["label"]));
    }

    private static JsonNode Feature(string name) => Container["features"]![$"ghcr.io/devcontainers/features/{name}"]!;
}
