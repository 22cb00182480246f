using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.SignIn;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>InitiateAuth</c>: signs in with a password or by SRP, or continues a sign-in with its refresh token.
/// </summary>
/// <remarks>
/// Custom and choice-based flows are refused: by Cognito's error where the client does not allow them, else as not
/// emulated. Ignores <c>AnalyticsMetadata</c>, <c>UserContextData</c>, <c>Session</c>, and <c>ClientMetadata</c>, which
/// no emulated function gets here.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
/// </remarks>
internal sealed class InitiateAuth(UserPoolStore store, SignInFlows flows)
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of <see cref="SignInFlows"/>.
    /// </exception>
    public ValueTask<SignInReply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .OneOf("authFlow", request.AuthFlow, SignInFlows.Names).ClientId(request.ClientId).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        var parameters = request.AuthParameters ?? new Dictionary<string, string>();
        return flows.BeginAsync(new(pool, client, parameters), request.AuthFlow!, cancellationToken);
    }

    internal sealed record Request(
        string? AuthFlow = null,
        string? ClientId = null,
        IReadOnlyDictionary<string, string>? AuthParameters = null);
}
