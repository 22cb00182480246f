using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Offline verification of the JWTs that user pools sign, as an authorizer does it.</summary>
internal interface IUserPoolTokens
{
    /// <summary>
    /// Checks signature, issuer and times. What the token is for (audience, <c>token_use</c>) is the caller's to check.
    /// </summary>
    /// <param name="userPoolArns">Pools whose tokens are accepted; the issuer picks one.</param>
    /// <param name="token">The compact JWT without <c>Bearer</c>.</param>
    TokenVerdict Verify(IReadOnlyList<string> userPoolArns, string token);
}

/// <summary>What a token is worth.</summary>
/// <param name="Status">Valid, expired, or anything else.</param>
/// <param name="Claims">Payload of a valid token, else <see langword="null"/>.</param>
internal sealed record TokenVerdict(TokenStatus Status, JsonObject? Claims);

/// <summary>The three outcomes that API Gateway tells apart.</summary>
internal enum TokenStatus
{
    Valid,
    Expired,
    Invalid,
}
