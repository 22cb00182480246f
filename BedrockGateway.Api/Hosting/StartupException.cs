namespace BedrockGateway.Api.Hosting;

/// <summary>The process cannot start; the message is one sentence for the person who starts it.</summary>
/// <param name="message">The reason and, where there is one, the way out.</param>
public sealed class StartupException(string message) : Exception(message)
{
    /// <summary>None: the reason lies in the settings, not in the code.</summary>
    public override string? StackTrace => null;

    /// <summary>The line that a person reads.</summary>
    public override string ToString() => $"BedrockGateway.Api cannot start: {Message}";
}
