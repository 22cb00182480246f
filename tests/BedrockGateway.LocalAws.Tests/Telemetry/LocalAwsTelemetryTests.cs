using System.Net.Http.Headers;
using BedrockGateway.TestGateway.Telemetry;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.LocalAws.Tests.Telemetry;

/// <summary>What the emulator exports of a call, and which trace that belongs to.</summary>
public sealed class LocalAwsTelemetryTests : IAsyncLifetime
{
    private const string TraceId = "5759e988bd862e3fe1be46a994272793";
    private const string XRay = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    private OtlpCollector? _collector;
    private LocalAws? _aws;

    public async ValueTask InitializeAsync()
    {
        _collector = await OtlpCollector.StartAsync();
        var settings = _collector.Environment.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value));
        _aws = await LocalAws.StartAsync(
            new() { Telemetry = new ConfigurationBuilder().AddInMemoryCollection(settings).Build() },
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_aws is not null)
        {
            await _aws.DisposeAsync();
        }

        if (_collector is not null)
        {
            await _collector.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("X-Amzn-Trace-Id", XRay)]
    [InlineData("traceparent", $"00-{TraceId}-53995c3f42cd8ad8-01")]
    public async Task FailedCall_IsASpanOfTheCallersTraceAMeasurementAndALine(string header, string value)
    {
        await CallAsync(header, value);

        var span = await _collector!.UntilAsync(seen => seen.Spans.FirstOrDefault(span => span.TraceId == TraceId));
        Assert.Equal("local-aws: ssm.GetParameter (Server)", span.ToString());
        Assert.Equal("53995c3f42cd8ad8", span.ParentId);
        Assert.False(span.IsError);
        Assert.Equal(
            ["aws-api", "ssm", "GetParameter", "ParameterNotFound", "400"],
            new[] { "rpc.system", "rpc.service", "rpc.method", "error.type", "http.response.status_code" }
                .Select(name => span.Attributes[name]));
        await _collector.UntilAsync(seen => seen.Lines.FirstOrDefault(line =>
            line.TraceId == TraceId && line.Text.StartsWith("ssm:GetParameter 400 in ", StringComparison.Ordinal)));
        await _collector.UntilAsync(seen => seen.Points.FirstOrDefault(point =>
            point is { Metric: "rpc.server.call.duration", Unit: "s" }
            && point.Attributes.GetValueOrDefault("error.type") == "ParameterNotFound"));
    }

    private async Task CallAsync(string header, string value)
    {
        using var client = new HttpClient { BaseAddress = _aws!.Endpoint };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-Amz-Target", "AmazonSSM.GetParameter");
        request.Headers.Add(header, value);
        request.Content = new StringContent("""{"Name":"/absent"}""", new MediaTypeHeaderValue("application/x-amz-json-1.1"));
        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, reply.StatusCode);
    }
}
