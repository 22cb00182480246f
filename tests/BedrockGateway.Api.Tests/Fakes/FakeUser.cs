namespace BedrockGateway.Api.Tests.Fakes;

internal sealed record FakeUser(string Subject, string Email, string FirstPassword, DateTime Created)
{
    public string Password { get; set; } = FirstPassword;

    public bool Confirmed { get; set; } = true;

    public bool Enabled { get; set; } = true;

    /// <summary>Whether the password is one that an administrator chose.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>What an authenticator app that the user has set up shows.</summary>
    public string? AppCode { get; set; }

    /// <summary>What the app shows that was verified, and is not asked for yet.</summary>
    public string? VerifiedCode { get; set; }

    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    public DateTime Modified { get; set; } = Created;

    /// <summary>The code that was mailed last.</summary>
    public string? MailedCode { get; set; }

    /// <summary>Access tokens from before are revoked.</summary>
    public long SignedOutAt { get; set; }

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public string? ApiKey => Attributes.GetValueOrDefault("custom:api_key");
}
