using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What POST /admin/users/{sub}/rotate answers.</summary>
internal sealed record RotateUserReply(int Status, bool Success, string Message, RenewedKey Data)
{
    public static Reply<RotateUserReply> Of(KeyRenewal.Renewal renewal, string reference) => new(
        StatusCodes.Status200OK,
        new(
            StatusCodes.Status200OK,
            Success: true,
            "A new API key was made.",
            new(renewal.KeyId, reference, renewal.OldKeyExpires?.UtcDateTime)),
        AdminJsonContext.Wire.RotateUserReply);
}

/// <summary>The new key, of which an administrator sees no character.</summary>
/// <param name="KeyId">API Gateway's id of the new key.</param>
/// <param name="Reference">The name that all keys of the user have.</param>
/// <param name="OldKeyExpires">When the old key is deleted; <see langword="null"/> where there was none.</param>
internal sealed record RenewedKey(
    string KeyId,
    string Reference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? OldKeyExpires);
