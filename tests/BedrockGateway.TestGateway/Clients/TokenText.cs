using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Clients;

/// <summary>JSON Web Tokens as text: header, claims and signature with dots between.</summary>
internal static class TokenText
{
    public static JsonNode Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;

    /// <summary>The token with one claim changed and the signature left as it was.</summary>
    public static string WithClaim(string token, string name, string value)
    {
        var parts = token.Split('.');
        var claims = Claims(token);
        claims[name] = value;
        parts[1] = Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return string.Join('.', parts);
    }
}
