using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>What leaves the process as telemetry, read from the wire by a collector of our own.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Request_IsASpanAMeasurementAndALineOfOneTrace()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var gateway = await Gateway.StartAsync(settings: [.. collector.Settings]);

        using var reply = await gateway.PostAsync("/login", "{}");

        var span = await collector.UntilAsync(
            seen => seen.Spans.FirstOrDefault(span => span.Name == "POST /login"));
        Assert.Equal("BedrockGateway.Api", span.Service);
        Assert.Equal("422", span.Attributes["http.response.status_code"]);
        await collector.UntilAsync(
            seen => seen.Lines.FirstOrDefault(line =>
                line.TraceId == span.TraceId && line.Attributes["Route"] == "/login"));
        await collector.UntilAsync(
            seen => seen.Points.FirstOrDefault(point =>
                point.Metric == "http.server.request.duration"
                && point.Attributes.GetValueOrDefault("http.route") == "/login"));
    }

    [Theory]
    [InlineData(nameof(FunctionRole.Kestrel))]
    [InlineData(nameof(FunctionRole.Models))]
    public async Task WithoutACollector_NothingIsSetUp(string role)
    {
        await using var gateway = await Gateway.StartAsync(Enum.Parse<FunctionRole>(role));

        Assert.Null(gateway.Services.GetService<TracerProvider>());
        Assert.Null(gateway.Services.GetService<MeterProvider>());
        Assert.Null(gateway.Services.GetService<LoggerProvider>());
        Assert.IsType<DefaultHttpContextFactory>(gateway.Services.GetRequiredService<IHttpContextFactory>());
    }
}
