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
