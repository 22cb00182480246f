using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>An API key on the wire.</summary>
internal sealed record ApiKeyView(
    string Id,
    string? Value,
    string? Name,
    string? CustomerId,
    string? Description,
    bool Enabled,
    long CreatedDate,
    long LastUpdatedDate,
    string[] StageKeys,
    IReadOnlyDictionary<string, string>? Tags)
{
    /// <param name="key">The key.</param>
    /// <param name="withValue">Whether the secret is shown.</param>
    /// <param name="emptyTags">Whether a key without tags shows an empty map of them.</param>
    public static ApiKeyView Of(ApiKey key, bool withValue, bool emptyTags) => new(
        key.Id,
        withValue ? key.Value : null,
        key.Name,
        key.CustomerId,
        key.Description,
        key.Enabled,
        key.CreatedDate.ToUnixTimeSeconds(),
        key.LastUpdatedDate.ToUnixTimeSeconds(),
        [],
        emptyTags || !key.Tags.IsEmpty ? key.Tags : null);
}
