using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Writes what resources write to the console, each line after its resource's name.</summary>
internal sealed class ResourceConsole(ResourceLoggerService loggers)
{
    public void Attach() => loggers.Sink = Write;

    private static void Write(string resourceName, LogLine line)
    {
        var writer = line.IsErrorMessage ? Console.Error : Console.Out;
        writer.WriteLine($"[{resourceName}] {line.Content}");
    }
}
