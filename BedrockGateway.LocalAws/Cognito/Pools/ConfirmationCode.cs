namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A code that was sent, or the temporary password of an invitation.</summary>
/// <param name="Purpose">What it is good for.</param>
/// <param name="Value">Six digits, or the temporary password.</param>
/// <param name="Attribute">The attribute that it was sent to, and that it proves.</param>
/// <param name="Address">
/// The value of the attribute; a new one takes effect with the code where the pool wants that.
/// </param>
/// <param name="ExpiresAt">When it stops to work.</param>
internal sealed record ConfirmationCode(
    CodePurpose Purpose, string Value, string Attribute, string Address, DateTimeOffset ExpiresAt);

/// <summary>What a code is good for.</summary>
internal enum CodePurpose
{
    /// <summary><c>ConfirmSignUp</c>; 24 hours.</summary>
    SignUp,

    /// <summary><c>ConfirmForgotPassword</c>; 1 hour.</summary>
    PasswordReset,

    /// <summary><c>VerifyUserAttribute</c>; 24 hours.</summary>
    Attribute,

    /// <summary>The first sign-in of a user whom an administrator made; the pool's days.</summary>
    Invitation,
}
