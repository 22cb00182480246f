using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Tests.OpenAi;
using BedrockGateway.Api.Upstream;
using CsCheck;

namespace BedrockGateway.Api.Tests.Native;

/// <summary>Whatever comes to Bedrock Runtime's own routes, the answer is one that AWS's SDKs read.</summary>
public sealed class GeneratedNativeTests : IAsyncLifetime
{
    private const int Requests = 10_000;

    private static readonly Gen<string> Path = Gen.Select(
        Gen.Frequency(
            (12, Gen.OneOf<string>(
                "meta.llama3-8b-instruct-v1%3A0",
                "us.amazon.nova-lite-v1:0",
                "arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Ainference-profile%2Fus.meta.llama3",
                "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama3")),
            (1, Gen.OneOf<string>("..%2Fx", "%7F", "%", "%ZZ", "a%20b", "a//b", new string('a', 3000)))),
        Gen.Frequency(
            (12, Gen.OneOf<string>(
                "invoke", "invoke-with-response-stream", "converse", "converse-stream", "count-tokens")),
            (1, Gen.OneOf<string>("", "Converse", "unheard-of"))),
        (model, operation) => $"/model/{model}/{operation}");

    private static readonly Gen<string> Bodies = JsonGens.SometimesBroken(JsonGens.Object(
        ("messages", JsonGens.Anything),
        ("requestMetadata?", JsonGens.Mostly("""{"team":"x"}""", """{"sub":"forged"}""", "[]", "1")),
        ("guardrailConfig?", JsonGens.Mostly("""{"guardrailIdentifier":"g","guardrailVersion":"1"}""", "null")),
        ("system?", JsonGens.Anything)));

    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";
    private int _answers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(settings: ["--DEFAULT_GUARDRAIL=gr1:7"]);
        (_token, _key) = await _gateway.EnterAsync();
        _gateway.Runtime.Reply = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Requests_ArePassedOnOrRefused()
    {
        await Gen.Select(Path, Bodies).SampleAsync(CheckAsync, iter: Requests, threads: 1);

        Assert.InRange(_answers, Requests / 10, Requests * 9 / 10);
    }

    private async Task CheckAsync(string path, string body)
    {
        var isStream = path.EndsWith("stream", StringComparison.Ordinal);
        _gateway.Runtime.Events = new EventSource().Answer("Hello");
        _gateway.Runtime.Headers["Content-Type"] = isStream
            ? "application/vnd.amazon.eventstream"
            : "application/json";
        _gateway.Runtime.Calls.Clear();
        using var reply = await _gateway.PostAsync(path, body, _token, _key);
        switch ((int)reply.StatusCode)
        {
            case 200 when isStream:
                _answers++;
                Assert.Equal("metadata", await LastEventAsync(await reply.Content.ReadAsStreamAsync(Token)));
                break;
            case 200:
                _answers++;
                Assert.Equal(_gateway.Runtime.Reply, await reply.Content.ReadAsStringAsync(Token));
                break;
            case 400 or 404:
                var text = await reply.Content.ReadAsStringAsync(Token);
                Assert.NotEqual("", JsonElement.Parse(text).GetProperty("message").GetString());
                Assert.Contains(
                    reply.Headers.GetValues("x-amzn-ErrorType").Single(),
                    new[] { "ValidationException", "ResourceNotFoundException" });
                Assert.Empty(_gateway.Runtime.Calls);
                break;
            default:
                Assert.Fail($"{(int)reply.StatusCode} for {path}: {await reply.Content.ReadAsStringAsync(Token)}");
                break;
        }
    }

    private static async Task<string?> LastEventAsync(Stream events)
    {
        var reader = new EventStreamReader(events);
        string? last = null;
        while (await reader.ReadAsync(Token) is { } frame)
        {
            last = frame.Type;
        }

        return last;
    }
}
