namespace BedrockGateway.Api.PreSignup;

/// <summary>The trigger refuses a registration; Cognito quotes the message and adds a full stop.</summary>
/// <param name="domain">The domain whose addresses may register.</param>
public sealed class RegistrationRefusedException(string domain)
    : Exception($"Cannot register user as email is not part of domain: {domain}")
{
    /// <summary>What the log says of it; Lambda's runtime writes each exception that leaves a handler.</summary>
    internal string? LogLine { get; set; }

    /// <summary>None: a refusal is no defect.</summary>
    public override string? StackTrace => null;

    /// <summary>The log line where there is one, else the message.</summary>
    public override string ToString() => LogLine ?? Message;
}
