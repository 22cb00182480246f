namespace BedrockGateway.Api.Accounts;

/// <summary>A rotation that was made.</summary>
/// <param name="Key">The new key in clear; nothing shows it again.</param>
/// <param name="KeyId">Its id.</param>
/// <param name="OldKeyExpires">When the earlier key is deleted.</param>
/// <param name="OldKeyLingers">Whether the earlier key was to be deleted at once, and is still there.</param>
internal sealed record Rotation(string Key, string KeyId, DateTimeOffset OldKeyExpires, bool OldKeyLingers)
{
    // A record would print the key.
    public override string ToString() => KeyId;
}
