using System.Globalization;
using System.Runtime.InteropServices;

namespace BedrockGateway.Bench.Machine;

/// <summary>The machine and its load in one line, for the head of a table.</summary>
internal static class MachineText
{
    public static string Now(TimeProvider clock)
    {
        var processor = File.ReadLines("/proc/cpuinfo")
            .First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1];
        var memoryGiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():yyyy-MM-dd}: {processor}, {Environment.ProcessorCount} processors, {memoryGiB:F0} GiB, "
            + $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {load} at the start");
    }
}
