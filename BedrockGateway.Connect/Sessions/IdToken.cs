using System.Buffers.Text;
using System.Text.Json;

namespace BedrockGateway.Connect.Sessions;

/// <summary>What an ID token says. It is not verified: the gateway does that.</summary>
// header.{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x","aud":"client","exp":1767225600}.seal
internal sealed record IdToken(DateTimeOffset ExpiresAt, string Issuer, string ClientId)
{
    private static readonly TimeSpan MostMargin = TimeSpan.FromMinutes(5);

    /// <summary>How long before its end it is renewed: 5 minutes, or a fifth of the time that it lasts.</summary>
    public TimeSpan Margin { get; private init; } = MostMargin;

    public string? ApiKey { get; private init; }

    public string? Email { get; private init; }

    /// <exception cref="ConnectException">It is none.</exception>
    public static IdToken Read(string token)
    {
        try
        {
            var payload = Base64Url.DecodeFromChars(token.Split('.') is [_, var middle, _] ? middle : "");
            var reader = new Utf8JsonReader(payload);
            var claims = JsonElement.ParseValue(ref reader);
            var expiry = claims.GetProperty("exp").GetInt64();
            var lasts = claims.TryGetProperty("iat", out var issued) ? expiry - issued.GetInt64() : long.MaxValue;
            return new(
                DateTimeOffset.FromUnixTimeSeconds(expiry),
                Text(claims, "iss") ?? "",
                Text(claims, "aud") ?? "")
            {
                Margin = lasts < MostMargin.TotalSeconds * 5 ? TimeSpan.FromSeconds(lasts / 5.0) : MostMargin,
                ApiKey = Text(claims, "custom:api_key"),
                Email = Text(claims, "email"),
            };
        }
        catch (Exception invalid) when (invalid is FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new ConnectException("The gateway's ID token cannot be read.");
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
