namespace BedrockGateway.Api.Accounts;

/// <summary>What a login answers that needs another step. There are no tokens in it.</summary>
internal sealed record ChallengeReply(int Status, bool Success, string Message, LoginChallenge Challenge);

/// <summary>The step that a login needs.</summary>
/// <param name="Name">Cognito's name of it, such as <c>SOFTWARE_TOKEN_MFA</c>.</param>
/// <param name="Session">Goes back with the answer, once; valid for three minutes.</param>
/// <param name="Parameters">What Cognito tells about the step.</param>
/// <param name="Next">For people: the request that takes the step.</param>
internal sealed record LoginChallenge(
    string Name, string? Session, IReadOnlyDictionary<string, string> Parameters, string Next)
{
    // A record would print the session.
    public override string ToString() => Name;
}
