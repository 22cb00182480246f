using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;
using CsCheck;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Whatever a client sends, it is answered in the dialect: with a message, or with an error.</summary>
public sealed class GeneratedAnthropicTests : IAsyncLifetime
{
    private const int Requests = 10_000;

    private const string Whole =
        """
        {"id":"msg_1","type":"message","output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},
         "stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":1},"inputTokens":3}
        """;

    private const string End = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private AnthropicClient _client = null!;
    private int _answers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _client = await AnthropicClient.StartAsync();
        _client.Gateway.Runtime.Reply = Whole;
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Requests_AreAnsweredInTheDialect()
    {
        var paths = Gen.Frequency((9, Gen.Const("/v1/messages")), (1, Gen.Const("/v1/messages/count_tokens")));

        await Gen.Select(AnthropicRequests.Body, paths).SampleAsync(
            async (body, path) => Check(await AnswerAsync(body, path)), iter: Requests, threads: 1);

        // Those that are right were not refused.
        Assert.InRange(_answers, Requests / 10, Requests);
    }

    // Claude reads the chunk alone, and Converse's models the rest.
    private static EventSource Stream()
    {
        var events = new EventSource()
            .Event("messageStart", """{"role":"assistant"}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hello"}}""")
            .Event("messageStop", """{"stopReason":"end_turn"}""")
            .Chunk("""{"type":"message_stop"}""");
        events.End();
        return events;
    }

    private async Task<(int Status, string Type, string Text)> AnswerAsync(string body, string path)
    {
        _client.Gateway.Runtime.Events = Stream();
        _client.Gateway.Runtime.Calls.Clear();
        using var reply = await _client.SendAsync(body, path);
        return (
            (int)reply.StatusCode,
            reply.Content.Headers.ContentType?.MediaType ?? "",
            await reply.Content.ReadAsStringAsync(Token));
    }

    private void Check((int Status, string Type, string Text) reply)
    {
        switch (reply)
        {
            case (200, "text/event-stream", var events):
                _answers++;
                Assert.EndsWith(End, events, StringComparison.Ordinal);
                break;
            case (200, "application/json", var message):
                _answers++;
                var answer = JsonElement.Parse(message);
                Assert.True(
                    answer.TryGetProperty("id", out _) || answer.TryGetProperty("input_tokens", out _), message);
                break;
            case (400, "application/json", var error):
                var told = JsonElement.Parse(error);
                Assert.Equal("error", told.GetProperty("type").GetString());
                Assert.Equal("invalid_request_error", told.GetProperty("error").GetProperty("type").GetString());
                Assert.NotEqual("", told.GetProperty("error").GetProperty("message").GetString());
                Assert.NotEqual("", told.GetProperty("request_id").GetString());
                break;
            default:
                Assert.Fail($"{reply.Status} {reply.Type}: {reply.Text}");
                break;
        }
    }
}
