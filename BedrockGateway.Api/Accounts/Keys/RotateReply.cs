using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>What POST /account/key/rotate answers.</summary>
internal sealed record RotateReply(int Status, bool Success, string Message, RotateData Data)
{
    private const string Lingers =
        "A new API key was made. The old one could not be deleted at once; it will be within minutes.";

    public static Reply<RotateReply> Of(Rotation rotation, string reference) => new(
        StatusCodes.Status200OK,
        new(
            StatusCodes.Status200OK,
            Success: true,
            rotation.OldKeyLingers ? Lingers : "A new API key was made.",
            new(rotation.Key, rotation.KeyId, reference, rotation.OldKeyExpires.UtcDateTime)),
        AccountsJsonContext.Wire.RotateReply);
}

/// <summary>The new key, which nothing shows again, and the end of the old one.</summary>
/// <param name="ApiKey">In clear.</param>
/// <param name="KeyId">API Gateway's id of the new key.</param>
/// <param name="Reference">The name that all keys of the user have.</param>
/// <param name="OldKeyExpires">When the old key is deleted.</param>
internal sealed record RotateData(
    [property: JsonPropertyName("API Key")] string ApiKey, string KeyId, string Reference, DateTime OldKeyExpires)
{
    // A record would print the key.
    public override string ToString() => KeyId;
}
