using System.Diagnostics;
using BedrockGateway.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>How long invocations wait for a collector.</summary>
public sealed class TelemetryFlushTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CountingProcessor _processor;
    private readonly TracerProvider _tracer;
    private readonly MeterProvider _meter = Sdk.CreateMeterProviderBuilder().Build();
    private readonly OpenTelemetrySdk _logs = OpenTelemetrySdk.Create(_ => { });
    private readonly TelemetryFlush _flush;

    public TelemetryFlushTests()
    {
        _processor = new(_clock);
        _tracer = Sdk.CreateTracerProviderBuilder().AddProcessor(_processor).Build();
        _flush = new(_tracer, _meter, _logs.LoggerProvider, _clock);
    }

    public void Dispose()
    {
        _tracer.Dispose();
        _processor.Dispose();
        _meter.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public void CollectorThatTakesAll_IsSentToAfterEveryInvocation()
    {
        _processor.Takes = TimeSpan.FromMilliseconds(999);

        _flush.Run();
        _flush.Run();

        Assert.Equal(2, _processor.Flushes);
    }

    [Fact]
    public void CollectorThatIsAway_IsWaitedForOnceAMinute()
    {
        _processor.Takes = TimeSpan.FromSeconds(1);
        _flush.Run();

        _flush.Run();
        _clock.Advance(TimeSpan.FromSeconds(59));
        _flush.Run();
        Assert.Equal(1, _processor.Flushes);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _flush.Run();
        Assert.Equal(2, _processor.Flushes);
    }

    private sealed class CountingProcessor(FakeTimeProvider clock) : BaseProcessor<Activity>
    {
        public TimeSpan Takes { get; set; }

        public int Flushes { get; private set; }

        protected override bool OnForceFlush(int timeoutMilliseconds)
        {
            Flushes++;
            clock.Advance(Takes);
            return true;
        }
    }
}
