using System.Globalization;
using System.Text;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>The lines that Lambda logs of an invocation.</summary>
internal static class InvocationReport
{
    // START RequestId: <id> Version: $LATEST
    // END RequestId: <id>
    // REPORT RequestId: <id>\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 40
    // MB\tInit Duration: 90.12 ms\t
    /// <param name="invocation">The invocation that ended.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="duration">From hand-over to result.</param>
    /// <param name="process">The process, where it is known.</param>
    /// <param name="initDuration">Of the process, at its first invocation.</param>
    /// <param name="endedAt">When it ended.</param>
    public static string Write(
        Invocation invocation,
        InvocationOutcome outcome,
        TimeSpan duration,
        PollingProcess? process,
        TimeSpan? initDuration,
        DateTimeOffset endedAt)
    {
        var (_, version, settings) = invocation.Target;
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"START RequestId: {invocation.RequestId} Version: {version}\n");
        if (outcome.Status == "timeout")
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{endedAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {invocation.RequestId} {TimedOutText(settings.Timeout)}\n");
        }

        lines.Append(CultureInfo.InvariantCulture, $"END RequestId: {invocation.RequestId}\n");
        lines.Append(CultureInfo.InvariantCulture, $"REPORT RequestId: {invocation.RequestId}\t");
        lines.Append(CultureInfo.InvariantCulture, $"Duration: {duration.TotalMilliseconds:0.00} ms\t");
        lines.Append(CultureInfo.InvariantCulture, $"Billed Duration: {Math.Ceiling(duration.TotalMilliseconds)} ms\t");
        lines.Append(CultureInfo.InvariantCulture, $"Memory Size: {settings.MemoryMegabytes} MB\t");
        if (process?.ReadPeakMegabytes() is { } peak)
        {
            lines.Append(CultureInfo.InvariantCulture, $"Max Memory Used: {peak} MB\t");
        }

        if (initDuration is { } init)
        {
            lines.Append(CultureInfo.InvariantCulture, $"Init Duration: {init.TotalMilliseconds:0.00} ms\t");
        }

        if (outcome.Status is { } status)
        {
            lines.Append(CultureInfo.InvariantCulture, $"Status: {status}\t");
        }

        return lines.Append('\n').ToString();
    }

    /// <summary>Lambda's words for a time-out.</summary>
    public static string TimedOutText(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"Task timed out after {timeout.TotalSeconds:0.00} seconds");
}
