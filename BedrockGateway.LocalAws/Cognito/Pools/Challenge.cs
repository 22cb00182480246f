using BedrockGateway.LocalAws.Cognito.Srp;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A sign-in that waits for the user's next answer.</summary>
/// <param name="Name">What is asked, such as <c>NEW_PASSWORD_REQUIRED</c>.</param>
/// <param name="ClientId">The client that began and alone may go on.</param>
/// <param name="Username">
/// Canonical name of the user; of somebody who does not exist, the name that was told instead.
/// </param>
/// <param name="Sub">The user's <c>sub</c>; <see langword="null"/> for somebody who does not exist.</param>
/// <param name="ExpiresAt">When it is too late.</param>
internal sealed record Challenge(
    string Name, string ClientId, string Username, string? Sub, DateTimeOffset ExpiresAt)
{
    public const string NewPassword = "NEW_PASSWORD_REQUIRED";
    public const string PasswordVerifier = "PASSWORD_VERIFIER";
    public const string MfaSetup = "MFA_SETUP";

    /// <summary>The run of SRP that is under way.</summary>
    public SrpExchange? Srp { get; init; }

    /// <summary>Whether an authenticator app was verified in the course of <see cref="MfaSetup"/>.</summary>
    public bool HasVerifiedToken { get; init; }

    /// <summary>Whether it was answered; no session works twice.</summary>
    public bool IsUsed { get; init; }
}
