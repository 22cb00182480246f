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
    UserPassword Password,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt)
{
    /// <summary>Position in the order of creation, which pages of <c>ListUsers</c> follow.</summary>
    public long Sequence { get; init; }

    /// <summary>Whether the user may sign in at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Codes that were sent and not used, the last one last; one for each purpose and attribute.</summary>
    public ImmutableList<ConfirmationCode> Codes { get; init; } = [];

    public SignInAttempts Attempts { get; init; } = SignInAttempts.None;

    /// <summary>What the user did lately that may be done so many times in an hour.</summary>
    public ImmutableDictionary<string, AttemptWindow> Limits { get; init; } =
        ImmutableDictionary<string, AttemptWindow>.Empty;

    /// <summary>Names of the user's groups, in the order in which the user joined.</summary>
    public ImmutableList<string> Groups { get; init; } = [];

    /// <summary>When a temporary password stops to work; <see langword="null"/> for one of the user's own.</summary>
    public DateTimeOffset? TemporaryPasswordExpiresAt { get; init; }

    /// <summary>The authenticator app that makes the user's one-time passwords.</summary>
    public SoftwareToken? SoftwareToken { get; init; }

    /// <summary>Secret of an authenticator app that has not proven itself yet, in base32.</summary>
    public string? PendingTokenSecret { get; init; }

    /// <summary>The last code sent, until it is used.</summary>
    public ConfirmationCode? Code => Codes.Count == 0 ? null : Codes[^1];

    public bool IsConfirmed => Status == UserStatus.Confirmed;

    public bool IsUnconfirmed => Status == UserStatus.Unconfirmed;

    public ConfirmationCode? FindCode(CodePurpose purpose, string? attribute = null) => Codes.Find(
        code => code.Purpose == purpose && (attribute is null || code.Attribute == attribute));

    /// <summary>The user with a code that replaces the one before it.</summary>
    public User WithCode(ConfirmationCode code)
    {
        var others = WithoutCode(code.Purpose, code.Attribute);
        return others with { Codes = others.Codes.Add(code) };
    }

    public User WithoutCode(CodePurpose purpose, string? attribute = null) => this with
    {
        Codes = Codes.RemoveAll(code =>
            code.Purpose == purpose && (attribute is null || code.Attribute == attribute)),
    };

    /// <summary>The user with a password of their own, and without what was sent or counted for want of one.</summary>
    public User WithPassword(UserPassword password, DateTimeOffset now) => WithoutCode(CodePurpose.Invitation)
        .WithoutCode(CodePurpose.PasswordReset) with
    {
        Password = password,
        Status = UserStatus.Confirmed,
        Attempts = SignInAttempts.None,
        TemporaryPasswordExpiresAt = null,
        ModifiedAt = now,
    };
}

/// <summary>The statuses that a user can have here; the others need identity providers or imports.</summary>
internal static class UserStatus
{
    public const string Unconfirmed = "UNCONFIRMED";
    public const string Confirmed = "CONFIRMED";
    public const string ForceChangePassword = "FORCE_CHANGE_PASSWORD";
    public const string ResetRequired = "RESET_REQUIRED";
}
