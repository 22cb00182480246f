using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>The subcommand that an image's health check runs.</summary>
public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("urls", "http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("urls", "http://*:80", "http://127.0.0.1/")]
    [InlineData("urls", "http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("urls", "http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("urls", "http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("urls", "https://+:8443; http://10.1.2.3:8080", "http://10.1.2.3:8080/")]
    [InlineData("http_ports", "8081;8082", "http://127.0.0.1:8081/")]
    [InlineData("other", "x", "http://localhost:5000/")]
    [InlineData("urls", "https://+:8443", null)]
    [InlineData("urls", "http://unix:/tmp/gateway.sock", null)]
    public void Address_IsTheServersSeenFromItsMachine(string name, string value, string? address)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [name] = value })
            .Build();

        Assert.Equal(address, HealthProbe.AddressOf(configuration)?.ToString());
    }

    [Fact]
    public async Task ServerThatIsReady_MakesItSucceed()
    {
        await using var gateway = await Gateway.StartAsync();

        var run = await ApiProcess.RunAsync(
            new()
            {
                ["ASPNETCORE_URLS"] = gateway.Client.BaseAddress!.ToString(),
                // Nobody answers there; it is not asked either.
                ["HTTP_PROXY"] = "http://127.0.0.1:9",
            },
            "health");

        Assert.Equal((0, "", ""), run);
    }

    [Fact]
    public async Task ServerThatAnswersOtherwise_MakesItFail()
    {
        await using var function = await Gateway.StartAsync(FunctionRole.Models);

        var run = await ApiProcess.RunAsync(
            new() { ["ASPNETCORE_URLS"] = function.Client.BaseAddress!.ToString() }, "health");

        Assert.Equal((1, "", "BedrockGateway.Api is not ready: it answered 403.\n"), run);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "it does not answer.")]
    [InlineData("https://127.0.0.1:9", "it has no address of plain HTTP.")]
    [InlineData("nonsense", "its address cannot be read.")]
    public async Task ServerThatIsNotThere_MakesItFail(string urls, string fault)
    {
        var run = await ApiProcess.RunAsync(new() { ["ASPNETCORE_URLS"] = urls }, "health");

        Assert.Equal((1, "", $"BedrockGateway.Api is not ready: {fault}\n"), run);
    }
}
