using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>An authenticator app that a login insists on: a secret first, then a code made with it.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
/// </remarks>
internal sealed class MfaSetup(
    [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
    IOptions<ResourcesOptions> options)
{
    private readonly ResourcesOptions _resources = options.Value;

    public async Task<Reply<ChallengeReply>> BeginAsync(
        string email, string session, CancellationToken cancellationToken)
    {
        var reply = await cognito.AssociateSoftwareTokenAsync(
            new AssociateSoftwareTokenRequest { Session = session }, cancellationToken);
        var parameters = new Dictionary<string, string>
        {
            ["secret"] = reply.SecretCode,
            ["uri"] = UriOf(_resources.StackName, email, reply.SecretCode),
        };
        return SignIn.StepNeeded(
            "Give the secret to the authenticator app, then send a code of it.",
            new(
                ChallengeNames.MfaSetup,
                reply.Session,
                parameters,
                "POST /login/challenge with email, challenge, session and code, the app's six digits."));
    }

    /// <returns><see langword="null"/> when the code is wrong.</returns>
    public async Task<SignIn?> FinishAsync(
        string email, string session, string code, CancellationToken cancellationToken)
    {
        var verified = await cognito.VerifySoftwareTokenAsync(
            new VerifySoftwareTokenRequest { Session = session, UserCode = code }, cancellationToken);
        if (verified.Status != VerifySoftwareTokenResponseType.SUCCESS)
        {
            return null;
        }

        var reply = await cognito.RespondToAuthChallengeAsync(
            new RespondToAuthChallengeRequest
            {
                ClientId = _resources.UserPoolClientId,
                ChallengeName = ChallengeNameType.MFA_SETUP,
                Session = verified.Session,
                ChallengeResponses = new() { ["USERNAME"] = email },
            },
            cancellationToken);
        return SignIn.From(reply);
    }

    // otpauth://totp/BedrockGateway:ann%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=BedrockGateway
    public static string UriOf(string issuer, string email, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(email)}"
        + $"?secret={Uri.EscapeDataString(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
