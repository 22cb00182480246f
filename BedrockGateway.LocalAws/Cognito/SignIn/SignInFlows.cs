using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>The flows by name, for users and for administrators.</summary>
internal sealed class SignInFlows(
    PasswordSignIn password, SrpSignIn srp, RefreshSignIn refresh, ChallengeAnswers answers)
{
    /// <summary>What <c>authFlow</c> may be.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        "USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH",
        "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH",
    ];

    /// <summary>What <c>challengeName</c> may be.</summary>
    public static IReadOnlyCollection<string> ChallengeNames { get; } =
    [
        "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "MFA_SETUP", "PASSWORD_VERIFIER",
        "CUSTOM_CHALLENGE", "SELECT_CHALLENGE", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH",
        "NEW_PASSWORD_REQUIRED", "SMS_OTP", "PASSWORD", "WEB_AUTHN", "PASSWORD_SRP",
    ];

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, <c>NotImplemented</c> (501), and those of the flow.
    /// </exception>
    public ValueTask<SignInReply> BeginAsync(
        SignInRequest request, string flow, CancellationToken cancellationToken) => flow switch
        {
            "USER_PASSWORD_AUTH" => password.HandleAsync(request, flow, cancellationToken),
            "ADMIN_NO_SRP_AUTH" or "ADMIN_USER_PASSWORD_AUTH" => request.IsAdministrator
                ? password.HandleAsync(request, flow, cancellationToken)
                : throw CognitoFaults.InvalidParameter("Initiate Auth method not supported."),
            "USER_SRP_AUTH" => ValueTask.FromResult(srp.Begin(request)),
            "REFRESH_TOKEN_AUTH" or "REFRESH_TOKEN" => refresh.HandleAsync(request, cancellationToken),
            _ when !request.Client.Flows.Allow(flow) =>
                throw CognitoFaults.InvalidParameter($"{flow} is not enabled for the client."),
            _ => throw AwsFault.NotEmulated("cognito-idp", $"InitiateAuth with {flow}"),
        };

    /// <exception cref="AwsFault">
    /// <c>NotImplemented</c> (501), and those of <see cref="SrpSignIn"/> and <see cref="ChallengeAnswers"/>.
    /// </exception>
    public ValueTask<SignInReply> RespondAsync(
        SignInRequest request, string challenge, string? session, CancellationToken cancellationToken)
    {
        request.CheckSecretHash();
        return challenge switch
        {
            Challenge.PasswordVerifier => srp.RespondAsync(request, cancellationToken),
            Challenge.NewPassword or Challenge.MfaSetup or SoftwareToken.Factor =>
                answers.RespondAsync(request, challenge, session, cancellationToken),
            _ => throw AwsFault.NotEmulated("cognito-idp", $"RespondToAuthChallenge with {challenge}"),
        };
    }
}
