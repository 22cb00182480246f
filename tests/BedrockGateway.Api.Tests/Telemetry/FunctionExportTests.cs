using System.Net;
using System.Net.Sockets;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>What a function sends before its reply leaves, and which trace that belongs to.</summary>
public sealed class FunctionExportTests
{
    private const string TraceId = "5759e988bd862e3fe1be46a994272793";
    private const string XRay = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    private const string Refused = """
        {"version":"1","userName":"eve@evil.org","triggerSource":"PreSignUp_SignUp",
        "request":{"userAttributes":{"email":"eve@evil.org"}},"response":{}}
        """;

    [Theory]
    [InlineData("", TraceId, "53995c3f42cd8ad8")]
    [InlineData($"00-{TraceId}-00f067aa0ba902b7-01", TraceId, "53995c3f42cd8ad8")]
    [InlineData(
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00f067aa0ba902b7")]
    public async Task Reply_LeavesAfterItsTelemetry(string traceParent, string traceId, string parentId)
    {
        var header = traceParent.Length == 0 ? "" : $"\"traceparent\":[\"{traceParent}\"]";
        await using var collector = await OtlpCollector.StartAsync();
        await using var runtime = await RuntimeApi.StartAsync(
            $$$"""
            {"resource":"/register","path":"/register","httpMethod":"POST","headers":{},
            "multiValueHeaders":{{{{header}}}},"requestContext":{"resourcePath":"/register","httpMethod":"POST",
            "path":"/prod/register","stage":"prod","requestId":"0b1c2d3e"},"body":"{}","isBase64Encoded":false}
            """,
            trace: XRay);
        using var function = ApiProcess.Start(EnvironmentOf("accounts", runtime, collector));

        Assert.Equal("response", (await runtime.ReportAsync()).Kind);

        var span = Assert.Single(collector.Spans);
        Assert.Equal("test-stack-accounts: POST /register (Server)", span.ToString());
        Assert.Equal((traceId, parentId), (span.TraceId, span.ParentId));
        Assert.Equal("http", span.Attributes["faas.trigger"]);
        Assert.Contains(collector.Lines, line => line.TraceId == traceId);
        Assert.Contains(collector.Points, point => point.Metric == "http.server.request.duration");
    }

    [Fact]
    public async Task Refusal_OfTheTriggerLeavesAfterItsTelemetry()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var runtime = await RuntimeApi.StartAsync(Refused, trace: XRay);
        using var function = ApiProcess.Start(EnvironmentOf("pre-signup", runtime, collector));

        Assert.Equal("error", (await runtime.ReportAsync()).Kind);

        var span = Assert.Single(collector.Spans);
        Assert.Equal("test-stack-pre-signup: test-stack-pre-signup (Server)", span.ToString());
        Assert.Equal((TraceId, "53995c3f42cd8ad8"), (span.TraceId, span.ParentId));
        Assert.True(span.IsError);
        Assert.Contains(collector.Lines, line => line.Text.EndsWith(
            " refused: Cannot register user as email is not part of domain: example.com", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CollectorThatNeverAnswers_HoldsNoReplyBack()
    {
        using var silence = new TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        await using var runtime = await RuntimeApi.StartAsync(Refused);
        var environment = Functions.Environment("pre-signup", runtime.Address);
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://{silence.LocalEndpoint}";
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        environment["OTEL_EXPORTER_OTLP_TIMEOUT"] = "600000";
        using var function = ApiProcess.Start(environment);

        Assert.Equal("error", (await runtime.ReportAsync()).Kind);
    }

    // Nothing is sent by itself while the test looks.
    private static Dictionary<string, string> EnvironmentOf(
        string handler, RuntimeApi runtime, OtlpCollector collector)
    {
        var environment = Functions.Environment(handler, runtime.Address);
        foreach (var (name, value) in collector.Environment)
        {
            environment[name] = value;
        }

        environment["OTEL_BSP_SCHEDULE_DELAY"] = "600000";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "600000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "600000";
        return environment;
    }
}
