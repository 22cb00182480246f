namespace BedrockGateway.Api.Logging;

/// <summary>Where log lines go.</summary>
internal sealed class LogOutput(TextWriter writer)
{
    private readonly Lock _writing = new();

    /// <summary>Writes a line whole and at once: a frozen function keeps none back.</summary>
    public void WriteLine(string line)
    {
        lock (_writing)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }
}
