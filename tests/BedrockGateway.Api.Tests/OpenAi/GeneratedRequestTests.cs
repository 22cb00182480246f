using System.Net;
using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;
using CsCheck;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>Whatever comes, the answer is OpenAI's, and soon.</summary>
public sealed class GeneratedRequestTests : IAsyncLifetime
{
    private OpenAiGateway _gateway = null!;
    private int _answers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync(
        """--MODEL_ALIASES={"alias":["meta.llama3-8b-instruct-v1:0","amazon.nova-lite-v1:0"]}""");

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Chats_AreAnsweredOrRefused()
    {
        _gateway.Runtime.Reply = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";

        await CheckAsync(RequestGens.Chat, "/v1/chat/completions", 6000);
    }

    [Fact]
    public async Task Responses_AreAnsweredOrRefused()
    {
        _gateway.Runtime.Reply = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";

        await CheckAsync(RequestGens.Responses, "/v1/responses", 3000);
    }

    [Fact]
    public async Task Embeddings_AreAnsweredOrRefused()
    {
        _gateway.Runtime.Reply = """{"embedding":[0.5,-1],"inputTextTokenCount":1}""";

        await CheckAsync(RequestGens.Embeddings, "/v1/embeddings", 1000);
    }

    private async Task CheckAsync(Gen<string> requests, string path, int count)
    {
        await requests.SampleAsync(request => CheckAsync(path, request), iter: count, threads: 1);

        // Those that are right were not refused.
        Assert.InRange(_answers, count / 8, count * 9 / 10);
    }

    private async Task CheckAsync(string path, string request)
    {
        _gateway.Runtime.Events = new EventSource().Answer("Hello");
        _gateway.Runtime.Calls.Clear();

        using var reply = await _gateway.PostAsync(path, request);

        var text = await reply.Content.ReadAsStringAsync(Token);
        if (reply.StatusCode is HttpStatusCode.OK)
        {
            _answers++;
            Assert.True(IsAnswer(text), text);
        }
        else
        {
            Assert.True(reply.StatusCode is HttpStatusCode.BadRequest, $"{reply.StatusCode} {text}");
            var error = JsonElement.Parse(text).GetProperty("error");
            Assert.NotEqual("", error.GetProperty("message").GetString());
            Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        }
    }

    private static bool IsAnswer(string text) => text switch
    {
        ['d', ..] => text.EndsWith("\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", StringComparison.Ordinal)
            || text.EndsWith("}}\n\ndata: [DONE]\n\n", StringComparison.Ordinal),
        ['e', ..] => text.Contains("\nevent: response.completed\ndata: ", StringComparison.Ordinal),
        _ => JsonElement.Parse(text, new() { MaxDepth = 1024 }).GetProperty("object").GetString()
            is "chat.completion" or "response" or "list",
    };
}
