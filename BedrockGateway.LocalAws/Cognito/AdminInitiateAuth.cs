using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.SignIn;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminInitiateAuth</c>: as <see cref="InitiateAuth"/>, for a server that has credentials.
/// </summary>
/// <remarks>
/// Ignores <c>AnalyticsMetadata</c>, <c>ContextData</c>, <c>ClientMetadata</c> and <c>Session</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
/// </remarks>
internal sealed class AdminInitiateAuth(UserPoolStore store, SignInFlows flows)
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of <see cref="SignInFlows"/>.
    /// </exception>
    public ValueTask<SignInReply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .ClientId(request.ClientId)
            .OneOf("authFlow", request.AuthFlow, SignInFlows.Names)
            .ThrowIfViolated();
        var client = store.GetClient(request.UserPoolId!, request.ClientId!);
        var parameters = request.AuthParameters ?? new Dictionary<string, string>();
        return flows.BeginAsync(
            new(store.Get(request.UserPoolId!), client, parameters, IsAdministrator: true),
            request.AuthFlow!,
            cancellationToken);
    }

    internal sealed record Request(
        string? UserPoolId = null,
        string? ClientId = null,
        string? AuthFlow = null,
        IReadOnlyDictionary<string, string>? AuthParameters = null);
}
