namespace BedrockGateway.Api.Admin;

/// <summary>A user as the pool has them.</summary>
/// <param name="Subject">The user's <c>sub</c>.</param>
/// <param name="Username">The address that was registered, for ever.</param>
/// <param name="IsEnabled">Whether the user may log in.</param>
/// <param name="Status">Cognito's status, such as <c>CONFIRMED</c>.</param>
/// <param name="Created">When the user registered or was invited.</param>
/// <param name="Modified">When anything about the user changed.</param>
/// <param name="Attributes">By name; the API key is one of them.</param>
internal sealed record PoolUser(
    string Subject,
    string Username,
    bool IsEnabled,
    string? Status,
    DateTime? Created,
    DateTime? Modified,
    IReadOnlyDictionary<string, string> Attributes)
{
    public string? Email => Attributes.GetValueOrDefault("email");

    public string? Name => Attributes.GetValueOrDefault("name");

    // A record would print addresses and the key.
    public override string ToString() => Subject;
}
