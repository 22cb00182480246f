namespace BedrockGateway.LocalAws.Lambda.Debugging;

/// <summary>Whether a debugger is attached to another process. Only Linux tells.</summary>
internal static class DebuggedProcess
{
    // "TracerPid:\t0" where nobody traces, as gdb and lldb do.
    // Source: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
    private const string Tracer = "TracerPid:";

    // A .NET process has a pair of these, which it opens when a managed debugger comes. When one has left without a
    // word, it keeps them open, and only takes their names away.
    // Source: https://learn.microsoft.com/dotnet/core/diagnostics/debugger-security
    private const string ManagedPipe = "clr-debug-pipe-";
    private const string Nameless = " (deleted)";

    public static bool IsHeld(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return IsTraced(processId) || HasManagedDebugger(processId);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            // Ended, or another user's.
            return false;
        }
    }

    private static bool IsTraced(int processId) => File.ReadLines($"/proc/{processId}/status")
        .First(line => line.StartsWith(Tracer, StringComparison.Ordinal))[Tracer.Length..].Trim() != "0";

    private static bool HasManagedDebugger(int processId) => Directory.EnumerateFiles($"/proc/{processId}/fd")
        .Any(file => new FileInfo(file).LinkTarget is { } target
            && target.Contains(ManagedPipe, StringComparison.Ordinal)
            && !target.EndsWith(Nameless, StringComparison.Ordinal));
}
