using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Accounts;

/// <summary>What POST /login answers: the tokens beside the envelope and, for older clients, as its message.</summary>
internal sealed record LoginReply(
    int Status,
    bool Success,
    [property: JsonPropertyName("IdToken")] string? IdToken,
    [property: JsonPropertyName("AccessToken")] string? AccessToken,
    [property: JsonPropertyName("RefreshToken")] string? RefreshToken,
    [property: JsonPropertyName("ExpiresIn")] int? ExpiresIn,
    [property: JsonPropertyName("TokenType")] string? TokenType,
    LoginTokens Message)
{
    // A record would print the tokens.
    public override string ToString() => nameof(LoginReply);
}
