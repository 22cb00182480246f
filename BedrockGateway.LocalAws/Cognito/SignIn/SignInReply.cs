using BedrockGateway.LocalAws.Cognito.Tokens;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>What a sign-in comes to: tokens, or what the user has to do next.</summary>
internal sealed record SignInReply(
    string? ChallengeName,
    string? Session,
    IReadOnlyDictionary<string, string> ChallengeParameters,
    AuthenticationResult? AuthenticationResult)
{
    public static SignInReply Of(AuthenticationResult tokens) =>
        new(null, null, new Dictionary<string, string>(), tokens);
}
