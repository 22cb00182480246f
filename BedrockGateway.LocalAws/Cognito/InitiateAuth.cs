using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>InitiateAuth</c>: signs in with a password, or continues a sign-in with its refresh token.
/// </summary>
/// <remarks>
/// SRP, custom and choice-based flows are refused: by Cognito's error where the client does not allow them, else as not
/// emulated. No MFA. Ignores <c>AnalyticsMetadata</c>, <c>UserContextData</c>, <c>ClientMetadata</c> and
/// <c>Session</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
/// </remarks>
internal sealed class InitiateAuth(UserPoolStore store, PasswordSignIn password, RefreshSignIn refresh)
{
    private static readonly string[] AuthFlowNames =
    [
        "USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH",
        "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH",
    ];

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, <c>ResourceNotFoundException</c>, and those of <see cref="PasswordSignIn"/>
    /// and <see cref="RefreshSignIn"/>.
    /// </exception>
    public async ValueTask<Response> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .OneOf("authFlow", request.AuthFlow, AuthFlowNames).ClientId(request.ClientId).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        var parameters = request.AuthParameters ?? new Dictionary<string, string>();
        var result = request.AuthFlow switch
        {
            "USER_PASSWORD_AUTH" => await password.HandleAsync(pool, client, parameters, cancellationToken),
            "REFRESH_TOKEN_AUTH" or "REFRESH_TOKEN" =>
                await refresh.HandleAsync(pool, client, parameters, cancellationToken),
            "ADMIN_NO_SRP_AUTH" or "ADMIN_USER_PASSWORD_AUTH" =>
                throw CognitoFaults.InvalidParameter("Initiate Auth method not supported."),
            var other when !client.Flows.Allow(other!) =>
                throw CognitoFaults.InvalidParameter($"{other} is not enabled for the client."),
            var other => throw AwsFault.NotEmulated("cognito-idp", $"InitiateAuth with {other}"),
        };
        return new(new Dictionary<string, string>(), result);
    }

    internal sealed record Request(
        string? AuthFlow = null,
        string? ClientId = null,
        IReadOnlyDictionary<string, string>? AuthParameters = null);

    internal sealed record Response(
        IReadOnlyDictionary<string, string> ChallengeParameters, AuthenticationResult AuthenticationResult);
}
