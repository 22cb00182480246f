namespace BedrockGateway.Api.Triggers;

/// <summary>A trigger refuses; Cognito quotes the message and adds a full stop.</summary>
/// <param name="message">Why, without the address.</param>
public sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>What the log says of it; Lambda's runtime writes each exception that leaves a handler.</summary>
    internal string? LogLine { get; set; }

    /// <summary>None: a refusal is no defect.</summary>
    public override string? StackTrace => null;

    /// <summary>The log line where there is one, else the message.</summary>
    public override string ToString() => LogLine ?? Message;
}
