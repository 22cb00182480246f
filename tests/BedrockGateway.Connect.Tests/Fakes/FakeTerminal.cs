using System.Text;

namespace BedrockGateway.Connect.Tests.Fakes;

/// <summary>A terminal at which a test has typed ahead.</summary>
internal sealed class FakeTerminal(params string[] lines) : ITerminal
{
    private readonly Queue<string> _lines = new(lines);
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _told = new();

    public bool IsInteractive { get; init; } = true;

    /// <summary>What programs read.</summary>
    public string Output => _output.ToString();

    /// <summary>What people read, questions included.</summary>
    public string Told
    {
        get
        {
            lock (_told)
            {
                return _told.ToString();
            }
        }
    }

    public void Type(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
        }
    }

    public void Write(string text) => _output.Append(text);

    public void Tell(string line)
    {
        lock (_told)
        {
            _told.Append(line).Append('\n');
        }
    }

    public Task<string?> ReadLineAsync(string question, CancellationToken cancellationToken) =>
        Task.FromResult(Next(question));

    public Task<string?> ReadSecretAsync(string question, CancellationToken cancellationToken) =>
        Task.FromResult(Next(question));

    private string? Next(string question)
    {
        Tell(question);
        lock (_lines)
        {
            return _lines.TryDequeue(out var line) ? line : null;
        }
    }
}
