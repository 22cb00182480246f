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

    /// <summary>For how long no invocation waits for a collector that did not take all within the budget.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private long _resumes = long.MinValue;

    /// <summary>Returns when all is sent, or the budget is used up; what then remains goes with the next.</summary>
    /// <remarks>
    /// A collector that is away costs one invocation a minute its budget, and not every one: in between, what waits is
    /// left to the exporters' own schedule.
    /// </remarks>
    public void Run()
    {
        var started = clock.GetTimestamp();
        if (started < Volatile.Read(ref _resumes))
        {
            return;
        }

        tracer.ForceFlush(Left());
        logger.ForceFlush(Left());
        meter.ForceFlush(Left());
        if (Left() == 0)
        {
            Volatile.Write(
                ref _resumes, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
        }

        int Left() => Math.Max(0, BudgetMs - (int)clock.GetElapsedTime(started).TotalMilliseconds);
    }
}
