using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Tests.OpenAi;
using CsCheck;

namespace BedrockGateway.Api.Tests.Models;

/// <summary>Whatever comes to POST /bedrock, the answer has the gateway's own form.</summary>
public sealed class GeneratedInvocationTests : IAsyncLifetime
{
    private const int Requests = 10_000;

    private static readonly Gen<string> ModelId = JsonGens.Mostly(
        "\"meta.llama3-8b-instruct-v1:0\"", "\"us.amazon.nova-lite-v1:0\"", "\"anthropic.claude-v2\"",
        "\"\"", "\"../x\"", "\"arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama3\"",
        "\"a b\"", "\"\\ud800\"");

    private static readonly Gen<string> Bodies = JsonGens.SometimesBroken(JsonGens.Object(
        ("modelId", ModelId),
        ("inferenceParameters", JsonGens.Object(
            ("prompt?", JsonGens.Anything), ("messages?", JsonGens.Anything), ("max_gen_len?", JsonGens.Anything))),
        ("stream?", JsonGens.Mostly("true", "false", "null"))));

    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";
    private int _answers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Requests_AreAnsweredOrRefused()
    {
        await Bodies.SampleAsync(CheckAsync, iter: Requests, threads: 1);

        Assert.InRange(_answers, Requests / 10, Requests * 9 / 10);
    }

    private async Task CheckAsync(string body)
    {
        _gateway.Runtime.Events = new EventSource().Chunk("""{"generation":"Hello","stop_reason":"stop"}""");
        _gateway.Runtime.Events.End();
        _gateway.Runtime.Calls.Clear();
        using var reply = await _gateway.PostAsync("/bedrock", body, _token, _key);
        var text = await reply.Content.ReadAsStringAsync(Token);
        switch ((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType)
        {
            case (200, "text/event-stream"):
                _answers++;
                Assert.StartsWith("data: {", text, StringComparison.Ordinal);
                Assert.Contains("data: {\"stopReason\":", text, StringComparison.Ordinal);
                break;
            case (200, "application/json"):
                _answers++;
                Assert.True(JsonElement.Parse(text).GetProperty("success").GetBoolean());
                break;
            case (var status and (400 or 422), "application/json"):
                var refusal = JsonElement.Parse(text);
                Assert.Equal(status, refusal.GetProperty("status").GetInt32());
                Assert.False(refusal.GetProperty("success").GetBoolean());
                Assert.NotEqual("", refusal.GetProperty("message").GetString());
                Assert.Empty(_gateway.Runtime.Calls);
                break;
            default:
                Assert.Fail($"{(int)reply.StatusCode}: {text}");
                break;
        }
    }
}
