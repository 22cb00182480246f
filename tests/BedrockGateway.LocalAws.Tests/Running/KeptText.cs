using System.Diagnostics;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.Running;

/// <summary>Keeps the lines that are written, from any thread.</summary>
internal sealed class KeptText : TextWriter
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    private readonly List<string> _lines = [];

    public override Encoding Encoding => Encoding.UTF8;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_lines)
        {
            _lines.Add(value ?? string.Empty);
        }
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    /// <summary>Waits until a line is there.</summary>
    /// <param name="line">The line.</param>
    /// <param name="writer">Who is to write it.</param>
    /// <param name="patience">How long it may take.</param>
    /// <exception cref="TimeoutException">It does not come, or whoever is to write it has ended.</exception>
    public async Task UntilAsync(string line, Task writer, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Lines.Contains(line))
        {
            if (Stopwatch.GetElapsedTime(started) > patience || writer.IsCompleted)
            {
                await (writer.IsFaulted ? writer : Task.CompletedTask);
                throw new TimeoutException($"'{line}' is none of:\n{string.Join('\n', Lines)}");
            }

            await Task.Delay(LookPause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
