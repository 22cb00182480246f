namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>The last lines that the processes of each function wrote, as far as who runs them passes them on.</summary>
internal sealed class FunctionLogStore(TimeProvider clock)
{
    /// <summary>Lines remembered of each function.</summary>
    public const int MaxLines = 500;

    private const int MaxLineChars = 8192;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<LoggedLine>> _lines = new(StringComparer.Ordinal);

    public void Write(string function, string text)
    {
        var line = new LoggedLine(clock.GetUtcNow(), text.Length > MaxLineChars ? $"{text[..MaxLineChars]}…" : text);
        lock (_gate)
        {
            if (!_lines.TryGetValue(function, out var lines))
            {
                _lines[function] = lines = [];
            }

            lines.Enqueue(line);
            if (lines.Count > MaxLines)
            {
                lines.Dequeue();
            }
        }
    }

    /// <summary>Those of a function, the oldest first.</summary>
    public IReadOnlyList<LoggedLine> Of(string function)
    {
        lock (_gate)
        {
            return [.. _lines.GetValueOrDefault(function, [])];
        }
    }
}

/// <summary>A line that a function's process wrote.</summary>
/// <param name="At">When it came here, a moment after it was written.</param>
/// <param name="Text">The line.</param>
internal sealed record LoggedLine(DateTimeOffset At, string Text);
