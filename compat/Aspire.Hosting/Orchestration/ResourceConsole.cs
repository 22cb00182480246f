using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Writes what resources write to the console, each line after its resource's name.</summary>
internal sealed class ResourceConsole(ResourceLoggerService loggers)
{
    private readonly Lock _gate = new();
    private List<(string Resource, LogLine Line)>? _held = [];

    /// <summary>From now on, but nothing is written before <see cref="Release"/>.</summary>
    public void Attach() => loggers.Sink = Write;

    /// <summary>Writes what was held back, and every line at once from now on.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _held?.ForEach(held => WriteNow(held.Resource, held.Line));
            _held = null;
        }
    }

    private void Write(string resourceName, LogLine line)
    {
        lock (_gate)
        {
            if (_held is { } held)
            {
                held.Add((resourceName, line));
                return;
            }
        }

        WriteNow(resourceName, line);
    }

    private static void WriteNow(string resourceName, LogLine line)
    {
        var writer = line.IsErrorMessage ? Console.Error : Console.Out;
        writer.WriteLine($"[{resourceName}] {line.Content}");
    }
}
