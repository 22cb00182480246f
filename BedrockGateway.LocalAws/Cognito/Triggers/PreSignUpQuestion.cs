using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>What a <c>PreSignUp</c> function is told.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="ClientId">The client that calls <c>SignUp</c>.</param>
/// <param name="Username">Canonical name of the user to be.</param>
/// <param name="Attributes">The user's attributes, without <c>sub</c>.</param>
/// <param name="ValidationData">What the caller passed for the function only.</param>
/// <param name="ClientMetadata">Likewise; absent from the event where the caller passed none.</param>
internal sealed record PreSignUpQuestion(
    UserPool Pool,
    string ClientId,
    string Username,
    UserAttributes Attributes,
    IReadOnlyList<AttributeType>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata)
{
    /// <summary>What made the user.</summary>
    public string Source { get; init; } = PreSignUpEvent.Source;
}

/// <summary>
/// What a <c>PreSignUp</c> function decided. The addresses count as verified only where the user is confirmed.
/// </summary>
internal sealed record PreSignUpDecision(bool AutoConfirmUser, bool AutoVerifyEmail, bool AutoVerifyPhone);
