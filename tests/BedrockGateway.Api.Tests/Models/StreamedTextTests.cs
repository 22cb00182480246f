using System.Text;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Models;

/// <summary>POST /bedrock with <c>"stream": true</c>.</summary>
public sealed class StreamedTextTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData(
        "meta.llama3",
        """{"generation":"Hel","stop_reason":null}""",
        """{"generation":"lo","stop_reason":"stop"}""",
        "stop")]
    [InlineData(
        "anthropic.claude-sonnet-4-6",
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hel"}}""",
        """{"type":"content_block_delta","delta":{"type":"text_delta","text":"lo","stop_reason":"end_turn"}}""",
        "end_turn")]
    [InlineData(
        "amazon.titan-text-express-v1",
        """{"outputText":"Hel","index":0}""",
        """{"outputText":"lo","completionReason":"FINISH"}""",
        "FINISH")]
    [InlineData(
        "amazon.nova-lite-v1:0",
        """{"contentBlockDelta":{"delta":{"text":"Hel"},"contentBlockIndex":0}}""",
        """{"contentBlockDelta":{"delta":{"text":"lo"}},"messageStop":{"stopReason":"end_turn"}}""",
        "end_turn")]
    [InlineData(
        "qwen.qwen3-32b-v1:0",
        """{"choices":[{"delta":{"content":"Hel"}}]}""",
        """{"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}""",
        "stop")]
    public async Task Text_ComesInPieces(string model, string first, string last, string reason)
    {
        _gateway.Runtime.Events.Chunk(first).Chunk(last).Chunk(
            """
            {"amazon-bedrock-invocationMetrics":
            {"inputTokenCount":5,"outputTokenCount":2,"cacheReadInputTokenCount":3}}
            """).End();

        using var reply = await InvokeAsync(model);

        Assert.Equal("text/event-stream; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $$$"""
            data: {"text":"Hel"}

            data: {"text":"lo"}

            data: {"stopReason":"{{{reason}}}","usage":{"inputTokens":5,"outputTokens":2,"cacheReadInputTokens":3}}


            """.ReplaceLineEndings("\n"),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task FirstPiece_ArrivesWhileTheModelStillWrites()
    {
        var events = _gateway.Runtime.Events.Chunk("""{"generation":"Hel"}""");
        using var reply = await InvokeAsync("meta.llama3");
        await using var body = await reply.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[256];

        var read = await body.ReadAsync(buffer, Token);

        Assert.Equal("data: {\"text\":\"Hel\"}\n\n", Encoding.UTF8.GetString(buffer, 0, read));
        events.End();
    }

    [Fact]
    public async Task ErrorInTheMiddle_IsTheLastEvent()
    {
        _gateway.Runtime.Events
            .Chunk("""{"generation":"Hel"}""")
            .Exception("throttlingException", "Too many tokens.")
            .End();

        using var reply = await InvokeAsync("meta.llama3");

        Assert.Equal(
            """
            data: {"text":"Hel"}

            event: error
            data: {"status":429,"success":false,"message":"Too many tokens."}


            """.ReplaceLineEndings("\n"),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task BrokenConnection_IsAnErrorToo()
    {
        _gateway.Runtime.Events.Chunk("""{"generation":"Hel"}""").Break();

        using var reply = await InvokeAsync("meta.llama3");

        Assert.EndsWith(
            """data: {"status":502,"success":false,"message":"The model\u0027s reply broke off."}""" + "\n\n",
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorBeforeTheFirstPiece_IsAStatus()
    {
        _gateway.Runtime.Events.Exception("validationException", "No.").End();

        using var reply = await InvokeAsync("meta.llama3");

        await reply.IsAsync(400, """{"status":400,"success":false,"message":"No."}""");
    }

    [Fact]
    public async Task ModelThatFallsSilent_EndsWithAnError()
    {
        _gateway.Runtime.Events.Chunk("""{"generation":"Hel"}""");
        using var reply = await InvokeAsync("meta.llama3");
        var pending = reply.Content.ReadAsStringAsync(Token);
        while (!pending.IsCompleted)
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(240));
            await Task.WhenAny(pending, Task.Delay(20, Token));
        }

        Assert.EndsWith(
            "data: {\"status\":504,\"success\":false,\"message\":\"The model sent nothing for 240 seconds.\"}\n\n",
            await pending,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamOfTenMinutes_ComesWhole()
    {
        var events = _gateway.Runtime.Events.Chunk("""{"generation":"0 "}""");
        using var reply = await InvokeAsync("meta.llama3");
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
        for (var minute = 1; minute <= 10; minute++)
        {
            Assert.Equal($$"""data: {"text":"{{minute - 1}} "}""", await reader.ReadLineAsync(Token));
            Assert.Equal("", await reader.ReadLineAsync(Token));
            _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
            events.Chunk($$"""{"generation":"{{minute}} "}""");
        }

        events.End();

        Assert.Equal(
            """
            data: {"text":"10 "}

            data: {"stopReason":null,"usage":{}}


            """.ReplaceLineEndings("\n"),
            await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task ClientThatLeaves_EndsTheCall()
    {
        var events = _gateway.Runtime.Events.Chunk("""{"generation":"Hel"}""");
        using (await InvokeAsync("meta.llama3"))
        {
            // Leaves.
        }

        await events.Closed.WaitAsync(TimeSpan.FromSeconds(5), Token);
    }

    private async Task<HttpResponseMessage> InvokeAsync(string model)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bedrock")
        {
            Content = new StringContent(
                $$"""{"modelId":"{{model}}","inferenceParameters":{"prompt":"Hi"},"stream":true}"""),
        };
        request.Headers.TryAddWithoutValidation("Authorization", _token);
        request.Headers.Add("x-api-key", _key);
        return await _gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
