namespace BedrockGateway.Api.Identity;

/// <summary>The verified user behind a request.</summary>
/// <param name="Subject">The user's <c>sub</c>.</param>
/// <param name="ApiKey">The <c>custom:api_key</c> claim in clear; <see langword="null"/> without one.</param>
/// <param name="Name">The user's name in the pool; <see langword="null"/> where the token does not tell.</param>
internal sealed record Caller(string Subject, string? ApiKey, string? Name = null)
{
    public const string KeyClaim = "custom:api_key";
    public const string NameClaim = "cognito:username";

    /// <summary>The groups of the pool that the user was in when the token was made.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What Cognito finds the user by; it takes a <c>sub</c> for a name.</summary>
    public string Username => Name ?? Subject;

    // A record would print the key.
    public override string ToString() => Subject;
}
