using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Writes what resources write to the console, each line after its resource's name.</summary>
internal sealed class ResourceConsole(ResourceLoggerService loggers, ResourceConsoleWriters? writers = null)
{
    private readonly TextWriter _output = writers?.Output ?? Console.Out;
    private readonly TextWriter _error = writers?.Error ?? Console.Error;

    public void Attach() => loggers.Sink = Write;

    private void Write(string resourceName, LogLine line)
    {
        var writer = line.IsErrorMessage ? _error : _output;
        writer.WriteLine($"[{resourceName}] {line.Content}");
    }
}

/// <summary>Where the lines go instead of the console.</summary>
internal sealed record ResourceConsoleWriters(TextWriter Output, TextWriter Error);
