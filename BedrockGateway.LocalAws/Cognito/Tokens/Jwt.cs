using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>A JWT in its compact form, not yet trusted.</summary>
/// <param name="KeyId">The <c>kid</c> of the header.</param>
/// <param name="SignedBytes">Header and payload as they were signed.</param>
/// <param name="Payload">The payload's bytes.</param>
/// <param name="Signature">The signature's bytes.</param>
/// <remarks>Source: RFC 7515, RFC 7519.</remarks>
internal sealed record Jwt(string KeyId, byte[] SignedBytes, byte[] Payload, byte[] Signature)
{
    // API Gateway takes 10,240 bytes of headers; nothing longer can be a token.
    private const int MaximumLength = 10_240;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    // Key ids are base64, whose + the default encoder would escape.
    private static readonly JsonSerializerOptions AsCognito =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Signs claims as Cognito does, without a <c>typ</c> in the header.</summary>
    public static string Sign(JsonObject claims, SigningKey key)
    {
        // base64url({"kid":"...","alg":"RS256"}) . base64url(claims) . base64url(RSASSA-PKCS1-v1_5 of all before)
        var header = new JsonObject { ["kid"] = key.Id, ["alg"] = "RS256" };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>
    /// Takes a token apart; <see langword="null"/> for one that is not three parts, or not signed with RS256.
    /// </summary>
    public static Jwt? Parse(string token)
    {
        // The decoder would overlook padding and white space, and the same token would have many forms.
        if (token.Length > MaximumLength
            || token.AsSpan().ContainsAnyExcept(Characters)
            || token.Split('.') is not [var header, var payload, var signature])
        {
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            return parsed.RootElement.ValueKind == JsonValueKind.Object
                && parsed.RootElement.TryGetProperty("alg", out var algorithm)
                && algorithm.ValueKind == JsonValueKind.String
                && algorithm.ValueEquals("RS256")
                && !parsed.RootElement.TryGetProperty("crit", out _)
                && parsed.RootElement.TryGetProperty("kid", out var keyId)
                && keyId.ValueKind == JsonValueKind.String
                ? new(
                    keyId.GetString()!,
                    Encoding.ASCII.GetBytes($"{header}.{payload}"),
                    Base64Url.DecodeFromChars(payload),
                    Base64Url.DecodeFromChars(signature))
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Encode(JsonObject value) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(value.ToJsonString(AsCognito)));
}
