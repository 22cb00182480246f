namespace BedrockGateway.Api.PreSignup;

/// <summary>The trigger refuses a registration; Cognito quotes the message and adds a full stop.</summary>
/// <param name="domain">The domain whose addresses may register.</param>
public sealed class RegistrationRefusedException(string domain)
    : Exception($"Cannot register user as email is not part of domain: {domain}");
