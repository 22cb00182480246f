namespace BedrockGateway.Infra;

/// <summary>
/// A context value that is not valid; the message is one sentence with the name, the value and what is allowed.
/// </summary>
/// <param name="name">Context name, such as <c>API_QUOTA_LIMIT</c>.</param>
/// <param name="value">What was given.</param>
/// <param name="allowed">What is allowed, as the end of "allowed is ...".</param>
public sealed class InvalidSettingException(string name, string value, string allowed)
    : Exception($"{name} is '{value}'; allowed is {allowed}.");
