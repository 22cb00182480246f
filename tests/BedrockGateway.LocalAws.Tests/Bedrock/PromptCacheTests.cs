using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>What Converse charges for prompts that are marked for the cache.</summary>
public sealed class PromptCacheTests
{
    private const string Point = """{"cachePoint":{"type":"default"}}""";

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Prefix_IsForgottenFiveMinutesAfterItsLastUse()
    {
        await using var aws = await StartAsync();

        Assert.Equal("6 2 0 of 32", await UsageAsync(aws, "Hello, world!"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("1 0 2 of 22", await UsageAsync(aws, "Hi"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("1 0 2 of 22", await UsageAsync(aws, "Hi"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("1 2 0 of 22", await UsageAsync(aws, "Hi"));
    }

    [Fact]
    public async Task LongerPrefix_ReadsWhatItSharesAndWritesTheRest()
    {
        await using var aws = await StartAsync();
        const string Two = "Hello, world!\"}," + Point + ",{\"text\":\"Hi";

        Assert.Equal("1 2 0 of 22", await UsageAsync(aws, "Hi"));
        Assert.Equal("1 6 2 of 34", await UsageAsync(aws, Two));
        Assert.Equal("1 0 8 of 34", await UsageAsync(aws, Two));
    }

    [Fact]
    public async Task AnotherModel_RemembersNothingOfIt()
    {
        await using var aws = await StartAsync();

        await UsageAsync(aws, "Hi");

        Assert.StartsWith("1 2 0", await UsageAsync(aws, "Hi", "amazon.nova-lite-v1:0"), StringComparison.Ordinal);
    }

    private Task<LocalAws> StartAsync() =>
        LocalAws.StartAsync(new() { Clock = _clock }, TestContext.Current.CancellationToken);

    // Input, cache write and cache read tokens, and all of them with the output.
    private static async Task<string> UsageAsync(LocalAws aws, string text, string modelId = ConverseTests.Claude)
    {
        var reply = await BedrockWire.PostAsync(
            aws,
            $"/model/{Uri.EscapeDataString(modelId)}/converse",
            """{"system":[{"text":"Be kind"},""" + Point + """],"messages":[{"role":"user","content":[{"text":"""
                + "\"" + text + "\"}]}]}");
        var usage = reply.Body["usage"]!;
        return $"{usage["inputTokens"]} {usage["cacheWriteInputTokens"]} {usage["cacheReadInputTokens"]} of "
            + usage["totalTokens"];
    }
}
