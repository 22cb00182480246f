using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Tests.OpenAi;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Converse;

/// <summary>Replies that began well, and went on as no reply does: every dialect ends them with its error.</summary>
public sealed class MalformedReplyTests : IAsyncLifetime
{
    private const string Unreadable = "The model's reply could not be read.";
    private const string BrokenOff = "The model's reply broke off.";

    private const string Chat =
        """{"model":"amazon.nova-lite-v1:0","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    private const string Response = """{"model":"amazon.nova-lite-v1:0","stream":true,"input":"Hi"}""";

    private const string Claude =
        """{"model":"anthropic.claude-sonnet-4-6","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    private const string Text = """{"modelId":"meta.llama3","inferenceParameters":{"prompt":"Hi"},"stream":true}""";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    public static TheoryData<string, string> Events => new()
    {
        { "contentBlockDelta", "" },
        { "contentBlockDelta", "no JSON" },
        { "contentBlockDelta", "[]" },
        { "contentBlockDelta", "{}" },
        { "contentBlockDelta", """{"delta":5}""" },
        { "contentBlockDelta", """{"delta":{"text":null}}""" },
        { "contentBlockDelta", """{"delta":{"text":"\ud800"}}""" },
        { "contentBlockDelta", """{"delta":{"toolUse":{}}}""" },
        { "contentBlockDelta", """{"delta":{"reasoningContent":{"text":5}}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":1.5,"delta":{"text":"x"}}""" },
        { "contentBlockStart", """{"start":{"toolUse":{"name":"add"}}}""" },
        { "contentBlockStop", """{"contentBlockIndex":"0"}""" },
        { "messageStop", "{}" },
        { "messageStop", "no JSON" },
        { "metadata", "{" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task EventOfConverse_ThatIsNoneEndsTheStream(string type, string payload)
    {
        (string Path, string Body)[] asks =
            [(OpenAiGateway.Chat, Chat), ("/v1/responses", Response), ("/v1/messages", Chat)];
        foreach (var (path, body) in asks)
        {
            _gateway.Runtime.Events = Begun().Event(type, payload);
            _gateway.Runtime.Events.End();

            await FailsAsync(path, body, Unreadable);
        }
    }

    [Theory]
    [InlineData("chunk", "{}")]
    [InlineData("chunk", "no JSON")]
    [InlineData("chunk", """{"bytes":"bm8gSlNPTg=="}""")]
    [InlineData("chunk", """{"bytes":"eyJ0eXBlIjoicGluZyIs"}""")]
    public async Task EventOfAModel_ThatIsNoneEndsTheStream(string type, string payload)
    {
        (string Path, string Body)[] asks = [("/bedrock", Text), ("/v1/messages", Claude)];
        foreach (var (path, body) in asks)
        {
            _gateway.Runtime.Events = new EventSource().Chunk("{}").Event(type, payload);
            _gateway.Runtime.Events.End();

            await FailsAsync(path, body, Unreadable);
        }
    }

    [Theory]
    [InlineData(OpenAiGateway.Chat, Chat)]
    [InlineData("/v1/responses", Response)]
    [InlineData("/v1/messages", Chat)]
    [InlineData("/v1/messages", Claude)]
    [InlineData("/bedrock", Text)]
    public async Task ConnectionThatBreaks_EndsTheStream(string path, string body)
    {
        _gateway.Runtime.Events = new EventSource().Chunk("{}");
        _gateway.Runtime.Events.Break();

        await FailsAsync(path, body, BrokenOff);
    }

    [Fact]
    public async Task ConnectionThatBreaks_EndsBedrocksOwnEvents()
    {
        _gateway.Runtime.Events = Begun();
        _gateway.Runtime.Events.Break();
        using var reply = await _gateway.OpenAsync("/model/amazon.nova-lite-v1%3A0/converse-stream", "{}");
        var reader = new EventStreamReader(await reply.Content.ReadAsStreamAsync(Token));

        var names = new List<string>();
        string? payload = null;
        while (await reader.ReadAsync(Token) is { } frame)
        {
            names.Add(frame.Type);
            payload = (string?)JsonNode.Parse(frame.Payload.Span)!["message"];
        }

        Assert.Equal(["messageStart", "contentBlockDelta", "modelStreamErrorException"], names);
        Assert.Equal(BrokenOff, payload);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"output":{"message":{"content":[{"toolUse":5}]}},"stopReason":"end_turn"}""")]
    [InlineData("""{"output":{"message":{"content":[{"text":"Hi"}]}},"stopReason":null}""")]
    public async Task WholeReply_ThatIsNoneIsABadGateway(string upstream)
    {
        _gateway.Runtime.Reply = upstream;
        foreach (var path in new[] { OpenAiGateway.Chat, "/v1/messages" })
        {
            using var reply = await _gateway.PostAsync(path, Chat.Replace("true", "false", StringComparison.Ordinal));

            Assert.Equal(502, (int)reply.StatusCode);
            Assert.Equal(Unreadable, MessageOf(await reply.Content.ReadAsStringAsync(Token)));
        }
    }

    private static EventSource Begun() => new EventSource()
        .Event("messageStart", """{"role":"assistant"}""")
        .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""");

    // The last event has the message, in each dialect's place.
    private async Task FailsAsync(string path, string body, string message)
    {
        using var reply = await _gateway.OpenAsync(path, body);

        Assert.Equal(200, (int)reply.StatusCode);
        var events = (await reply.Content.ReadAsStringAsync(Token)).TrimEnd().Split("\n\n");
        Assert.Equal(message, MessageOf(events[^1].Split("data: ", 2)[1]));
        Assert.DoesNotContain("[DONE]", events[^1], StringComparison.Ordinal);
    }

    private static string? MessageOf(string json)
    {
        var error = JsonNode.Parse(json)!;
        return (string?)(error["response"] ?? error)["error"]?["message"] ?? (string?)error["message"];
    }
}
