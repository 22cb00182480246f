using System.Globalization;

namespace BedrockGateway.Bench.Machine;

/// <summary>What Linux says of a process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>The largest resident set that a process has had, in MiB.</summary>
    public static double PeakMiB(int processId) => ReadMiB(processId, "VmHWM:");

    /// <summary>The resident set that a process has now, in MiB.</summary>
    public static double ResidentMiB(int processId) => ReadMiB(processId, "VmRSS:");

    // VmHWM:	   32236 kB
    private static double ReadMiB(int processId, string name)
    {
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kibibytes = line[name.Length..^" kB".Length];
        return double.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024;
    }
}
