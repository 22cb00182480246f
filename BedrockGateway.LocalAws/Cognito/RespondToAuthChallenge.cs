using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.SignIn;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>RespondToAuthChallenge</c>: the next step of a sign-in.</summary>
/// <remarks>
/// Challenges by message, of devices, choices and functions are refused as not emulated. Ignores
/// <c>AnalyticsMetadata</c> and <c>UserContextData</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
/// </remarks>
internal sealed class RespondToAuthChallenge(UserPoolStore store, SignInFlows flows)
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of <see cref="SignInFlows"/>.
    /// </exception>
    public ValueTask<SignInReply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .ClientId(request.ClientId)
            .OneOf("challengeName", request.ChallengeName, SignInFlows.ChallengeNames)
            .Session(request.Session)
            .ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        var responses = request.ChallengeResponses ?? new Dictionary<string, string>();
        return flows.RespondAsync(
            new(pool, client, responses, request.ClientMetadata),
            request.ChallengeName!,
            request.Session,
            cancellationToken);
    }

    internal sealed record Request(
        string? ClientId = null,
        string? ChallengeName = null,
        string? Session = null,
        IReadOnlyDictionary<string, string>? ChallengeResponses = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);
}
