using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>What is told of calls of models, under OpenTelemetry's conventions.</summary>
public sealed class ModelCallTests : IAsyncLifetime
{
    private const string Prompt = "canary-prompt-61aa";
    private const string Completion = "canary-completion-d20f";

    private OtlpCollector? _collector;

    private OtlpCollector Collector => _collector!;

    public async ValueTask InitializeAsync() => _collector = await OtlpCollector.StartAsync();

    public ValueTask DisposeAsync() => Collector.DisposeAsync();

    public static TheoryData<string, string, string, string, string[]> Calls => new()
    {
        {
            "anthropic.claude-telemetry-v1", """{"messages":[]}""",
            """{"model":"claude-real","stop_reason":"end_turn","usage":{"input_tokens":11,"output_tokens":7}}""",
            "chat", ["11", "7", "end_turn", "claude-real"]
        },
        {
            "amazon.nova-telemetry-v1:0", """{"messages":[]}""",
            """{"stopReason":"max_tokens","usage":{"inputTokens":12,"outputTokens":8}}""",
            "chat", ["12", "8", "max_tokens", ""]
        },
        {
            "amazon.titan-telemetry-v1", """{"inputText":"x"}""",
            """{"inputTextTokenCount":13,"results":[{"tokenCount":9,"completionReason":"FINISH"}]}""",
            "text_completion", ["13", "9", "FINISH", ""]
        },
        {
            "meta.llama-telemetry-v1:0", """{"prompt":"x"}""",
            """{"prompt_token_count":14,"generation_token_count":10,"stop_reason":"stop"}""",
            "text_completion", ["14", "10", "stop", ""]
        },
        {
            "openai.gpt-telemetry-v1:0", """{"messages":[]}""",
            """
            {"model":"gpt","choices":[{"finish_reason":"stop"},{"finish_reason":"length"}],
            "usage":{"prompt_tokens":15,"completion_tokens":11}}
            """,
            "chat", ["15", "11", "stop,length", "gpt"]
        },
        {
            "amazon.titan-embed-telemetry-v2:0", """{"inputText":"x"}""", """{"inputTextTokenCount":16}""",
            "embeddings", ["16", "", "", ""]
        },
        {
            "stability.telemetry-v1:0", """{"taskType":"x"}""", """{"images":[]}""",
            "generate_content", ["", "", "", ""]
        },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Answer_IsASpanAndMeasurements(
        string model, string parameters, string reply, string operation, string[] told)
    {
        await using var gateway = await Gateway.StartAsync(settings: [.. Collector.Settings]);
        gateway.Runtime.Reply = reply;

        await InvokeAsync(gateway, model, parameters);

        var span = await SpanAsync($"{operation} {model}");
        Assert.Equal(("Client", false), (span.Kind, span.IsError));
        Assert.Equal((operation, "aws.bedrock", model), (
            span.Attributes["gen_ai.operation.name"],
            span.Attributes["gen_ai.provider.name"],
            span.Attributes["gen_ai.request.model"]));
        string[] names =
        [
            "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.response.finish_reasons",
            "gen_ai.response.model",
        ];
        Assert.Equal(told, names.Select(name => span.Attributes.GetValueOrDefault(name, "")));
        var duration = await PointAsync("gen_ai.client.operation.duration", model);
        Assert.Equal(("s", 1UL, 14), (duration.Unit, duration.Count, duration.Bounds.Count));
        Assert.Equal((0.01, 81.92), (duration.Bounds[0], duration.Bounds[^1]));
        (string Type, string Count)[] used = [("input", told[0]), ("output", told[1])];
        foreach (var (type, count) in used.Where(one => one.Count.Length > 0))
        {
            var tokens = await PointAsync("gen_ai.client.token.usage", model, ("gen_ai.token.type", type));
            Assert.Equal(("{token}", $"{tokens.Sum}", 14), (tokens.Unit, count, tokens.Bounds.Count));
        }
    }

    [Fact]
    public async Task Failure_IsAnErrorOfAModelThatIsNotNamed()
    {
        const string Model = "anthropic.no-such-model-v9";
        await using var gateway = await Gateway.StartAsync(settings: [.. Collector.Settings]);
        gateway.Faults.Before("InvokeModel", () => new InvalidOperationException(Prompt));

        await InvokeAsync(gateway, Model, $$"""{"prompt":"{{Prompt}}"}""");

        var span = await SpanAsync($"text_completion {Model}");
        Assert.True(span.IsError);
        Assert.Equal("System.InvalidOperationException", span.Attributes["error.type"]);
        await PointAsync(
            "gen_ai.client.operation.duration", "unknown", ("error.type", "System.InvalidOperationException"));
        Assert.DoesNotContain(Collector.Points, point => point.Attributes.Values.Contains(Model));
        Assert.DoesNotContain(Prompt, Collector.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "true")]
    [InlineData("Development", "false")]
    [InlineData("Development", "")]
    public async Task Content_StaysOutUnlessADeveloperAsksForIt(string environment, string capture)
    {
        var span = await TalkAsync($"--environment={environment}", $"--CAPTURE_CONTENT={capture}");

        Assert.Empty(span.Events);
        Assert.DoesNotContain(Prompt, Collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Completion, Collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_IsAnEventWhereADeveloperAsksForIt()
    {
        var span = await TalkAsync("--environment=Development", "--CAPTURE_CONTENT=true");

        var (name, content) = Assert.Single(span.Events);
        Assert.Equal("gen_ai.client.inference.operation.details", name);
        Assert.Equal("""[{"type":"text","content":"Be brief."}]""", content["gen_ai.system_instructions"]);
        Assert.Equal(
            $$"""
            [{"role":"user","parts":[{"type":"text","content":"{{Prompt}}"},{"type":"image"}]}]
            """,
            content["gen_ai.input.messages"]);
        Assert.Equal(
            $$"""
            [{"role":"assistant","parts":[{"type":"text","content":"{{Completion}}"}],"finish_reason":"end_turn"}]
            """,
            content["gen_ai.output.messages"]);
    }

    private async Task<ExportedSpan> TalkAsync(params string[] settings)
    {
        var model = $"anthropic.claude-{Guid.NewGuid():N}";
        await using var gateway = await Gateway.StartAsync(settings: [.. Collector.Settings, .. settings]);
        gateway.Runtime.Reply =
            $$"""{"content":[{"type":"text","text":"{{Completion}}"}],"stop_reason":"end_turn"}""";
        await InvokeAsync(
            gateway,
            model,
            $$"""
            {"system":"Be brief.","messages":[{"role":"user","content":[{"type":"text","text":"{{Prompt}}"},
            {"type":"image","source":{} }]}]}
            """);
        await PointAsync("gen_ai.client.operation.duration", model);
        return await SpanAsync($"chat {model}");
    }

    private static async Task InvokeAsync(Gateway gateway, string model, string parameters)
    {
        var (token, key) = await gateway.EnterAsync();
        using var reply = await gateway.PostAsync(
            "/bedrock", $$"""{"modelId":"{{model}}","inferenceParameters":{{parameters}}}""", token, key);
    }

    private Task<ExportedSpan> SpanAsync(string name) =>
        Collector.UntilAsync(seen => seen.Spans.FirstOrDefault(span => span.Name == name));

    private Task<ExportedPoint> PointAsync(
        string metric, string model, params IEnumerable<(string Name, string Value)> attributes) =>
        Collector.UntilAsync(seen => seen.Points.FirstOrDefault(point => point.Metric == metric
            && attributes.Append(("gen_ai.request.model", model))
                .All(attribute => point.Attributes.GetValueOrDefault(attribute.Item1) == attribute.Item2)));
}
