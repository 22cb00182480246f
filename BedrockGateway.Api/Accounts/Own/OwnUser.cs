namespace BedrockGateway.Api.Accounts;

/// <summary>A user as the pool knows them.</summary>
/// <param name="Username">The name that never changes.</param>
/// <param name="Enabled">Whether the user may log in.</param>
/// <param name="Status">Cognito's status.</param>
/// <param name="Created">When the user registered.</param>
/// <param name="Attributes">By name; among them may be the key.</param>
internal sealed record OwnUser(
    string Username,
    bool Enabled,
    string? Status,
    DateTime? Created,
    IReadOnlyDictionary<string, string> Attributes)
{
    // A record would print the attributes.
    public override string ToString() => nameof(OwnUser);
}
