using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Accounts;

/// <summary>The tokens of one login, under Cognito's names.</summary>
internal sealed record LoginTokens(
    [property: JsonPropertyName("IdToken")] string? IdToken,
    [property: JsonPropertyName("AccessToken")] string? AccessToken,
    [property: JsonPropertyName("RefreshToken")] string? RefreshToken,
    [property: JsonPropertyName("ExpiresIn")] int? ExpiresIn,
    [property: JsonPropertyName("TokenType")] string? TokenType)
{
    public static LoginTokens From(AuthenticationResultType result) =>
        new(result.IdToken, result.AccessToken, result.RefreshToken, result.ExpiresIn, result.TokenType);

    // A record would print the tokens.
    public override string ToString() => nameof(LoginTokens);
}
