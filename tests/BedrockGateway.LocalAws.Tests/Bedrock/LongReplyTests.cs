using System.Text;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Replies of a length that the prompt asks for.</summary>
public sealed class LongReplyTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task HundredThousandTokens_AreStreamedInFewerEvents()
    {
        var events = await BedrockStream.ReadAllAsync(
            fixture.Aws, ConverseTests.Claude, "converse-stream", Asked("Write 100000 tokens."));

        Assert.Equal(100_000, (int?)events[^1].Body["usage"]!["outputTokens"]);
        Assert.Equal(25_000, events.Count(e => e.Type == "contentBlockDelta"));
    }

    [Fact]
    public async Task NineMegabytes_AreNotCutByATokenLimit()
    {
        const int Bytes = 9_000_000;
        var body = """{"inferenceConfig":{"maxTokens":4096},""" + Asked($"Write {Bytes} bytes.")[1..];
        var reply = await BedrockWire.PostAsync(fixture.Aws, $"/model/{ConverseTests.Claude}/converse", body);

        var text = (string)reply.Body["output"]!["message"]!["content"]![0]!["text"]!;
        Assert.Equal((Bytes, "end_turn"), (Encoding.UTF8.GetByteCount(text), (string?)reply.Body["stopReason"]));
    }

    [Fact]
    public async Task ThousandCalls_EachHaveTheirOwnId()
    {
        var reply = await BedrockWire.PostAsync(
            fixture.Aws,
            $"/model/{ConverseTests.Claude}/converse",
            Asked("Call get_time 1000 times.")[..^1] + "," + ConverseTests.Weather + "}}");

        var ids = reply.Body["output"]!["message"]!["content"]!.AsArray()
            .Select(block => (string)block!["toolUse"]!["toolUseId"]!);
        Assert.Equal(1000, ids.Distinct().Count());
    }

    private static string Asked(string text) => $$"""{"messages":[{"role":"user","content":[{"text":"{{text}}"}]}]}""";
}
