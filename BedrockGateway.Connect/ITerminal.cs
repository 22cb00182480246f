namespace BedrockGateway.Connect;

/// <summary>Where the user reads and types.</summary>
internal interface ITerminal
{
    /// <summary>Whether a person types, and not a script.</summary>
    bool IsInteractive { get; }

    /// <summary>Writes what programs read.</summary>
    void Write(string text);

    /// <summary>Writes a line for people.</summary>
    void Tell(string line);

    /// <returns><see langword="null"/> at the end of the input.</returns>
    Task<string?> ReadLineAsync(string question, CancellationToken cancellationToken);

    /// <summary>Reads a line that nobody sees.</summary>
    /// <returns><see langword="null"/> at the end of the input.</returns>
    Task<string?> ReadSecretAsync(string question, CancellationToken cancellationToken);
}
