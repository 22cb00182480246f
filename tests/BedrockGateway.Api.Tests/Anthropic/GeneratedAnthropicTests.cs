using System.Text.Json;
using BedrockGateway.Api.Upstream;
using CsCheck;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Whatever a client sends, it is answered in the dialect: with a message, or with an error that is its own.</summary>
public sealed class GeneratedAnthropicTests : IAsyncLifetime
{
    private const int Requests = 10_000;

    private const string Whole =
        """
        {"id":"msg_1","type":"message","output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},
         "stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":1},"inputTokens":3}
        """;

    private AnthropicClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _client = await AnthropicClient.StartAsync("--ALLOWED_MODELS=*");
        _client.Gateway.Keys.Unlimit();
        _client.Gateway.Runtime.Reply = Whole;
        _client.Gateway.Runtime.Answers = call => call.Operation is BedrockOperation.ConverseStream
            ? new Fakes.EventSource().Answer("Hello")
            : new Fakes.EventSource().Chunk("""{"type":"message_stop"}""").Ended();
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Requests_AreAnsweredInTheDialect()
    {
        await Gen.Select(AnthropicRequests.Body, Gen.Frequency((9, Gen.Const("")), (1, Gen.Const("/count_tokens"))))
            .SampleAsync(
                async (body, path) => Check(await AnswerAsync(body, $"/v1/messages{path}")),
                iter: Requests,
                threads: 4);
    }

    private async Task<(int Status, string Type, string Text)> AnswerAsync(string body, string path)
    {
        using var reply = await _client.SendAsync(body, path);
        return (
            (int)reply.StatusCode,
            reply.Content.Headers.ContentType?.MediaType ?? "",
            await reply.Content.ReadAsStringAsync(Token));
    }

    private static void Check((int Status, string Type, string Text) reply)
    {
        switch (reply)
        {
            case (200, "text/event-stream", var events):
                Assert.EndsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n", events, StringComparison.Ordinal);
                break;
            case (200, "application/json", var message):
                var answer = JsonElement.Parse(message);
                Assert.True(answer.TryGetProperty("id", out _) || answer.TryGetProperty("input_tokens", out _), message);
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
