using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BedrockGateway.ServiceDefaults.Telemetry;

/// <summary>Sends all that waits to be exported, before Lambda freezes the process.</summary>
/// <param name="tracer">Spans.</param>
/// <param name="meter">Metrics.</param>
/// <param name="logger">Log lines.</param>
/// <param name="clock">Clock of the time that it may take.</param>
public sealed class TelemetryFlush(
    TracerProvider tracer, MeterProvider meter, LoggerProvider logger, TimeProvider clock)
{
    /// <summary>Longest time in milliseconds for all three together: an invocation waits for it.</summary>
    public const int BudgetMs = 1000;

    /// <summary>Returns when all is sent, or the budget is used up; what then remains goes with the next.</summary>
    public void Run()
    {
        var started = clock.GetTimestamp();
        tracer.ForceFlush(Left());
        logger.ForceFlush(Left());
        meter.ForceFlush(Left());

        int Left() => Math.Max(0, BudgetMs - (int)clock.GetElapsedTime(started).TotalMilliseconds);
    }
}
