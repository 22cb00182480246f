using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Replies;

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
    public static Reply<LoginReply> Of(AuthenticationResultType result)
    {
        var tokens = LoginTokens.From(result);
        return new(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK, Success: true, tokens.IdToken, tokens.AccessToken, tokens.RefreshToken,
                tokens.ExpiresIn, tokens.TokenType, tokens),
            AccountsJsonContext.Wire.LoginReply);
    }

    // A record would print the tokens.
    public override string ToString() => nameof(LoginReply);
}
