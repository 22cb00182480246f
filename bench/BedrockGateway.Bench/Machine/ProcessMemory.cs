using System.Globalization;

namespace BedrockGateway.Bench.Machine;

/// <summary>What Linux says of a process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>The largest resident set that a process has had, in MiB.</summary>
    public static double PeakMiB(int processId)
    {
        // VmHWM:	   32236 kB
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line["VmHWM:".Length..^" kB".Length];
        return double.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024;
    }
}
