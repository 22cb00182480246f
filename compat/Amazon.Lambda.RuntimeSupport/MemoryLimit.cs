#nullable enable
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Tells the garbage collector how much memory the function was given, which the machine's size does not say.
/// </summary>
internal static class MemoryLimit
{
    public static void Apply(RuntimeEnvironment environment)
    {
        var bytes = (ulong)environment.MemoryMegabytes * 1024 * 1024;
        if (bytes == 0
            || environment.IsMemoryLimitDisabled
            || (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", bytes);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException refused)
        {
            FunctionLog.Write(LogLevel.Warning, null, "The heap is not limited to the function's memory.", refused);
        }
    }
}
