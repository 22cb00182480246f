using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Edge;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Streams that are slow, that are held, cut or fail in their middle.</summary>
public sealed class StreamFaultTests : IAsyncLifetime
{
    private const string Hi = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private LocalAws _aws = null!;
    private HttpClient _local = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAws.StartAsync(new() { Clock = _clock }, TestContext.Current.CancellationToken);
        _local = new() { BaseAddress = _aws.Endpoint };
    }

    public async ValueTask DisposeAsync()
    {
        _local.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task HeldStream_GoesOnWhenItIsReleased()
    {
        await InjectAsync("""{"service":"bedrock-runtime","operation":"ConverseStream","afterEvents":2,"then":"hold"}""");
        await using var stream = await OpenAsync();

        Assert.Equal("messageStart", (await stream.NextAsync())!.Type);
        Assert.Equal("Nova Lite", (string?)(await stream.NextAsync())!.Body["delta"]!["text"]);
        await WaitForHeldAsync(1);
        var third = stream.NextAsync();
        Assert.False(third.IsCompleted);

        using var released = await _local.PostAsync(
            new Uri("/_local/faults/release", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(" heard", (string?)(await third)!.Body["delta"]!["text"]);
        Assert.Equal("metadata", (await RestAsync(stream))[^1].Type);
        await WaitForHeldAsync(0);
    }

    [Fact]
    public async Task ReleasedRule_HoldsNoLaterStream_AndRemovedOnesNeither()
    {
        const string Rule = """{"service":"bedrock-runtime","operation":"*","afterEvents":0,"then":"hold"}""";
        await InjectAsync(Rule);
        using var released = await _local.PostAsync(
            new Uri("/_local/faults/release", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        await using var first = await OpenAsync();
        Assert.Equal("metadata", (await RestAsync(first))[^1].Type);

        using var removed = await _local.DeleteAsync(
            new Uri("/_local/faults", UriKind.Relative), TestContext.Current.CancellationToken);
        await InjectAsync(Rule);
        await using var second = await OpenAsync();
        var next = second.NextAsync();
        await WaitForHeldAsync(1);
        using var removedAgain = await _local.DeleteAsync(
            new Uri("/_local/faults", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("messageStart", (await next)!.Type);
    }

    [Fact]
    public async Task CallerThatGivesUp_LeavesNothingHeld()
    {
        await InjectAsync("""{"service":"bedrock-runtime","operation":"ConverseStream","afterEvents":1,"then":"hold"}""");
        var stream = await OpenAsync();
        await stream.NextAsync();
        await WaitForHeldAsync(1);

        await stream.DisposeAsync();

        await WaitForHeldAsync(0);
    }

    [Theory]
    [InlineData("converse-stream", "ConverseStream", "amazon.nova-lite-v1:0", Hi)]
    [InlineData(
        "invoke-with-response-stream", "InvokeModelWithResponseStream", "meta.llama3-8b-instruct-v1:0",
        """{"prompt":"Hi"}""")]
    public async Task ErrorInMidStream_IsTheLastMessage(string path, string operation, string modelId, string body)
    {
        await InjectAsync(
            $$"""
            {"service":"bedrock-runtime","operation":"{{operation}}","afterEvents":2,"code":"ThrottlingException",
             "message":"Too many tokens, please wait before trying again.","status":429,"times":1}
            """);

        var failing = await BedrockStream.ReadAllAsync(_aws, modelId, path, body);
        var sound = await BedrockStream.ReadAllAsync(_aws, modelId, path, body);

        Assert.Equal(3, failing.Count);
        Assert.Equal(("exception", "throttlingException"), (failing[2].MessageType, failing[2].Type));
        AssertJson.Equal("""{"message":"Too many tokens, please wait before trying again."}""", failing[2].Body);
        Assert.All(sound, message => Assert.Equal("event", message.MessageType));
    }

    [Fact]
    public async Task ErrorBeforeTheStream_IsAStatus()
    {
        await InjectAsync(
            """
            {"service":"bedrock-runtime","operation":"ConverseStream","code":"ServiceUnavailableException","status":503}
            """);

        var reply = await BedrockWire.PostAsync(_aws, "/model/amazon.nova-lite-v1:0/converse-stream", Hi);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException", "Injected fault."), reply.Fault);
    }

    [Fact]
    public async Task CutStream_EndsWithoutItsEnd()
    {
        await InjectAsync("""{"service":"bedrock-runtime","operation":"ConverseStream","afterEvents":2,"then":"cut"}""");
        await using var stream = await OpenAsync();

        await stream.NextAsync();
        await stream.NextAsync();

        await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
    }

    [Fact]
    public async Task SlowStream_TakesItsTimeBeforeEachEvent()
    {
        await InjectAsync("""{"service":"bedrock-runtime","operation":"ConverseStream","eventLatencyMs":1000}""");
        await using var stream = await OpenAsync();
        var all = RestAsync(stream);
        while (!all.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(all, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        var events = await all;
        Assert.InRange((int)events[^1].Body["metrics"]!["latencyMs"]!, (events.Count - 2) * 1000, int.MaxValue);
    }

    [Fact]
    public async Task RulesInForce_AreListed()
    {
        await InjectAsync("""{"service":"sts","operation":"*","then":"cut","afterEvents":1}""");

        var inForce = await _local.GetFromJsonAsync(
            "/_local/faults", EdgeJsonContext.Default.FaultsInForce, TestContext.Current.CancellationToken);

        Assert.Equal(
            new FaultRule("sts", "*", AfterEvents: 1, Then: StreamEnd.Cut), Assert.Single(inForce!.Rules));
    }

    private Task<BedrockStream> OpenAsync() =>
        BedrockStream.OpenAsync(_aws, "amazon.nova-lite-v1:0", "converse-stream", Hi);

    private static async Task<List<WireEvent>> RestAsync(BedrockStream stream)
    {
        List<WireEvent> events = [];
        while (await stream.NextAsync() is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    private async Task InjectAsync(string rule)
    {
        using var reply = await _local.PostAsync(
            new Uri("/_local/faults", UriKind.Relative), new StringContent(rule), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private async Task WaitForHeldAsync(int count)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        while (true)
        {
            var inForce = await _local.GetFromJsonAsync<JsonObject>("/_local/faults", deadline.Token);
            if ((int?)inForce!["heldStreams"] == count)
            {
                return;
            }

            await Task.Delay(10, deadline.Token);
        }
    }
}
