using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.SignIn;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminRespondToAuthChallenge</c>: as <see cref="RespondToAuthChallenge"/>, for a server that has
/// credentials.
/// </summary>
/// <remarks>
/// Ignores <c>AnalyticsMetadata</c> and <c>ContextData</c>. Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html
/// </remarks>
internal sealed class AdminRespondToAuthChallenge(UserPoolStore store, SignInFlows flows)
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of <see cref="SignInFlows"/>.
    /// </exception>
    public ValueTask<SignInReply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .ClientId(request.ClientId)
            .OneOf("challengeName", request.ChallengeName, SignInFlows.ChallengeNames)
            .Session(request.Session)
            .ThrowIfViolated();
        var client = store.GetClient(request.UserPoolId!, request.ClientId!);
        var responses = request.ChallengeResponses ?? new Dictionary<string, string>();
        return flows.RespondAsync(
            new(
                store.Get(request.UserPoolId!), client, responses, request.ClientMetadata, IsAdministrator: true),
            request.ChallengeName!,
            request.Session,
            cancellationToken);
    }

    internal sealed record Request(
        string? UserPoolId = null,
        string? ClientId = null,
        string? ChallengeName = null,
        string? Session = null,
        IReadOnlyDictionary<string, string>? ChallengeResponses = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);
}
