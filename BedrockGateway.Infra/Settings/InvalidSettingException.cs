namespace BedrockGateway.Infra;

/// <summary>A context value that is not valid, or two that do not go together, in one sentence.</summary>
/// <param name="message">The sentence: names, values and what is allowed.</param>
public sealed class InvalidSettingException(string message) : Exception(message)
{
    /// <summary>A value that is not valid.</summary>
    /// <param name="name">Context name, such as <c>API_QUOTA_LIMIT</c>.</param>
    /// <param name="value">What was given.</param>
    /// <param name="allowed">What is allowed, as the end of "allowed is ...".</param>
    public InvalidSettingException(string name, string value, string allowed)
        : this($"{name} is '{value}'; allowed is {allowed}.")
    {
    }
}
