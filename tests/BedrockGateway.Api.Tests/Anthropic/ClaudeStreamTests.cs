using System.Text;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Streams of models that speak the dialect themselves.</summary>
public sealed class ClaudeStreamTests : IAsyncLifetime
{
    private const string Hello =
        """{"model":"anthropic.claude-sonnet-4-6","max_tokens":9,"stream":true,"messages":[]}""";

    private const string Start =
        """{"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":5,"output_tokens":1}}}""";

    private const string Delta =
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hé\u006c"}}""";

    private AnthropicClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EventSource Events => _client.Gateway.Runtime.Events;

    public async ValueTask InitializeAsync() => _client = await AnthropicClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Events_AreClaudesOwn()
    {
        Events.Chunk(Start)
            .Chunk(Delta)
            .Chunk(
                """
                {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}
                """)
            .End();

        using var reply = await _client.SendAsync(Hello);

        Assert.Equal("text/event-stream; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $$"""
            event: message_start
            data: {{Start}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {{Delta}}

            event: message_stop
            data: {"type":"message_stop"}


            """.ReplaceLineEndings("\n"),
            await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal("""{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[]}""", _client.Asked);
        Assert.Equal(
            BedrockOperation.InvokeModelWithResponseStream, Assert.Single(_client.Gateway.Runtime.Calls).Operation);
    }

    [Fact]
    public async Task FirstEvent_ArrivesWhileTheModelStillWrites()
    {
        var events = Events.Chunk(Delta);
        using var reply = await _client.SendAsync(Hello);
        await using var body = await reply.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[1024];

        var read = await body.ReadAsync(buffer, Token);

        Assert.Equal(
            $"event: content_block_delta\ndata: {Delta}\n\n", Encoding.UTF8.GetString(buffer.AsSpan(0, read)));
        events.End();
    }

    [Fact]
    public async Task ErrorInTheMiddle_IsTheLastEvent()
    {
        Events.Chunk(Delta).Exception("throttlingException", "Too many tokens.").End();

        using var reply = await _client.SendAsync(Hello);

        var error = AnthropicClient.Error("rate_limit_error", "Too many tokens.", reply);
        Assert.Equal(
            $"event: content_block_delta\ndata: {Delta}\n\nevent: error\ndata: {error}\n\n",
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task EndWithoutMessageStop_IsAnError()
    {
        Events.Chunk(Delta).End();

        using var reply = await _client.SendAsync(Hello);

        var error = AnthropicClient.Error("api_error", "The model's reply broke off.", reply);
        Assert.EndsWith(
            $"event: error\ndata: {error}\n\n", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorBeforeTheFirstEvent_IsAStatus()
    {
        Events.Exception("validationException", "No.").End();

        using var reply = await _client.SendAsync(Hello);

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error("invalid_request_error", "No.", reply), await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task ClientThatLeaves_EndsTheCall()
    {
        var events = Events.Chunk(Delta);
        using (await _client.SendAsync(Hello))
        {
            // Leaves.
        }

        await events.Closed.WaitAsync(TimeSpan.FromSeconds(5), Token);
    }
}
