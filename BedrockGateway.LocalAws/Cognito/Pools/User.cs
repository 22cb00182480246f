using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A user of a pool. A change makes a new record, so that a reader never sees half of one.</summary>
/// <param name="Username">
/// The canonical name: what was chosen, or <paramref name="Sub"/> in a pool with UsernameAttributes.
/// </param>
/// <param name="Sub">The user's UUID, also among the attributes.</param>
/// <param name="Attributes">All attributes, <c>sub</c> included.</param>
/// <param name="Password">What the password is checked against.</param>
/// <param name="Status">One of <see cref="UserStatus"/>.</param>
/// <param name="CreatedAt">When the user signed up.</param>
/// <param name="ModifiedAt">When the user last changed, sign-ins aside.</param>
internal sealed record User(
    string Username,
    string Sub,
    UserAttributes Attributes,
    PasswordHash Password,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt)
{
    /// <summary>Position in the order of creation, which pages of <c>ListUsers</c> follow.</summary>
    public long Sequence { get; init; }

    /// <summary>The last code sent, until it is used.</summary>
    public ConfirmationCode? Code { get; init; }

    public SignInAttempts Attempts { get; init; } = SignInAttempts.None;

    /// <summary>Names of the user's groups, in the order in which the user joined.</summary>
    public ImmutableList<string> Groups { get; init; } = [];

    public bool IsConfirmed => Status == UserStatus.Confirmed;
}

/// <summary>The statuses that a user can have here; the others need operations that are not emulated.</summary>
internal static class UserStatus
{
    public const string Unconfirmed = "UNCONFIRMED";
    public const string Confirmed = "CONFIRMED";
}

/// <summary>A code that was sent, and the attribute that it proves.</summary>
internal sealed record ConfirmationCode(string Value, string Attribute, DateTimeOffset ExpiresAt);
