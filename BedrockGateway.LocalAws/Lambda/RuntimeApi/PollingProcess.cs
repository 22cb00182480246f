using System.ComponentModel;
using System.Diagnostics;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>A process that polls.</summary>
internal sealed class PollingProcess(int id, TimeSpan initDuration)
{
    private int _isInitReported;

    public int Id => id;

    /// <summary>From its start to its first poll; told once, to its first invocation.</summary>
    public TimeSpan? TakeInitDuration() =>
        Interlocked.Exchange(ref _isInitReported, 1) == 0 ? initDuration : null;

    /// <summary>Most memory that it ever had resident, in MiB; <see langword="null"/> once it is gone.</summary>
    public long? ReadPeakMegabytes()
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.PeakWorkingSet64 / (1024 * 1024);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Waits until the process is gone.</summary>
    public async Task WaitForExitAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It was faster.
        }
    }

    /// <summary>A process as it first polled; <see langword="null"/> if it is gone.</summary>
    public static PollingProcess? AtFirstPoll(int id, DateTimeOffset polledAt)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return new(id, polledAt.UtcDateTime - process.StartTime.ToUniversalTime());
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
