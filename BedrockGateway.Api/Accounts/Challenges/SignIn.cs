using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>How far a login has come: to its tokens, or to a step that is still needed.</summary>
internal sealed record SignIn(
    AuthenticationResultType? Tokens, string? Challenge, string? Session, Dictionary<string, string>? Parameters)
{
    public static SignIn From(InitiateAuthResponse reply) =>
        new(reply.AuthenticationResult, reply.ChallengeName?.Value, reply.Session, reply.ChallengeParameters);

    public static SignIn From(RespondToAuthChallengeResponse reply) =>
        new(reply.AuthenticationResult, reply.ChallengeName?.Value, reply.Session, reply.ChallengeParameters);

    public Results<Reply<LoginReply>, Reply<ChallengeReply>, Reply<ErrorReply>> ToReply()
    {
        if (Tokens is not null)
        {
            return LoginReply.Of(Tokens);
        }

        var challenge = Challenge ?? "";
        var parameters = ChallengeGuide.Shown(Parameters ?? []);
        return ChallengeGuide.Find(challenge, parameters) is var (message, next)
            ? StepNeeded(message, new(challenge, Session, parameters, next))
            : ErrorReply.Of(
                StatusCodes.Status400BadRequest, $"The login needs a step that this API does not offer: {challenge}.");
    }

    public static Reply<ChallengeReply> StepNeeded(string message, LoginChallenge challenge) => new(
        StatusCodes.Status200OK,
        new(StatusCodes.Status200OK, Success: true, message, challenge),
        AccountsJsonContext.Wire.ChallengeReply);

    // A record would print the session.
    public override string ToString() => nameof(SignIn);
}
