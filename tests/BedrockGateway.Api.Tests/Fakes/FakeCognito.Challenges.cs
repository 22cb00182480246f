using System.Collections.Concurrent;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Steps of a login between the password and the tokens. A session is good for one answer.</content>
internal sealed partial class FakeCognito
{
    public const string AppSecret = "JBSWY3DPEHPK3PXP";
    public const string CodeOfNewApp = "654321";

    private readonly ConcurrentDictionary<string, (FakeUser User, string Step)> _steps = new(StringComparer.Ordinal);
    private int _step;

    /// <summary>Whether everybody must have an authenticator app.</summary>
    public bool AppsAreRequired { get; set; }

    /// <summary>Whether there is another second factor to choose.</summary>
    public bool FactorsAreChosen { get; set; }

    public override Task<RespondToAuthChallengeResponse> RespondToAuthChallengeAsync(
        RespondToAuthChallengeRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("RespondToAuthChallenge", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            var user = Take(request.Session, request.ChallengeName.Value);
            Assert.Equal(user.Email, request.ChallengeResponses["USERNAME"]);
            var next = Answer(user, request.ChallengeName.Value, request.ChallengeResponses);
            return next is var (name, session, parameters)
                ? new RespondToAuthChallengeResponse
                {
                    ChallengeName = name, Session = session, ChallengeParameters = parameters,
                }
                : new RespondToAuthChallengeResponse { AuthenticationResult = NewTokens(user) };
        }));

    public override Task<AssociateSoftwareTokenResponse> AssociateSoftwareTokenAsync(
        AssociateSoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AssociateSoftwareToken", cancellationToken, () =>
            new AssociateSoftwareTokenResponse
            {
                SecretCode = AppSecret,
                Session = request.AccessToken is { } token && UserOf(token) is not null
                    ? null
                    : Open(Take(request.Session, "MFA_SETUP"), "MFA_SETUP"),
            }));

    public override Task<VerifySoftwareTokenResponse> VerifySoftwareTokenAsync(
        VerifySoftwareTokenRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("VerifySoftwareToken", cancellationToken, () =>
        {
            var user = request.AccessToken is { } token ? UserOf(token) : Take(request.Session, "MFA_SETUP");
            if (request.UserCode != CodeOfNewApp)
            {
                return new VerifySoftwareTokenResponse { Status = VerifySoftwareTokenResponseType.ERROR };
            }

            if (request.AccessToken is not null)
            {
                user.VerifiedCode = "111111";
                return new VerifySoftwareTokenResponse { Status = VerifySoftwareTokenResponseType.SUCCESS };
            }

            user.AppCode = "111111";
            return new VerifySoftwareTokenResponse
            {
                Status = VerifySoftwareTokenResponseType.SUCCESS,
                Session = Open(user, "MFA_SETUP"),
            };
        }));

    private (string Name, string Session, Dictionary<string, string> Parameters)? StepFor(FakeUser user)
    {
        if (user.MustChangePassword)
        {
            return ("NEW_PASSWORD_REQUIRED", Open(user, "NEW_PASSWORD_REQUIRED"), new()
            {
                ["USER_ID_FOR_SRP"] = user.Email,
                ["requiredAttributes"] = """["userAttributes.name"]""",
                ["userAttributes"] = $$"""{"custom:api_key":"{{user.ApiKey}}"}""",
            });
        }

        if (user.AppCode is not null)
        {
            return FactorsAreChosen
                ? ("SELECT_MFA_TYPE", Open(user, "SELECT_MFA_TYPE"), new()
                {
                    ["MFAS_CAN_CHOOSE"] = """["SMS_MFA","SOFTWARE_TOKEN_MFA"]""",
                })
                : ("SOFTWARE_TOKEN_MFA", Open(user, "SOFTWARE_TOKEN_MFA"), []);
        }

        return AppsAreRequired
            ? ("MFA_SETUP", Open(user, "MFA_SETUP"), new() { ["MFAS_CAN_SETUP"] = """["SOFTWARE_TOKEN_MFA"]""" })
            : null;
    }

    private (string Name, string Session, Dictionary<string, string> Parameters)? Answer(
        FakeUser user, string step, Dictionary<string, string> answer)
    {
        switch (step)
        {
            case "NEW_PASSWORD_REQUIRED":
                SetPassword(user, answer["NEW_PASSWORD"]);
                user.Attributes["name"] = answer["userAttributes.name"];
                user.MustChangePassword = false;
                return StepFor(user);
            case "SELECT_MFA_TYPE":
                Assert.Equal("SOFTWARE_TOKEN_MFA", answer["ANSWER"]);
                return ("SOFTWARE_TOKEN_MFA", Open(user, "SOFTWARE_TOKEN_MFA"), []);
            case "SOFTWARE_TOKEN_MFA" when answer["SOFTWARE_TOKEN_MFA_CODE"] != user.AppCode:
                throw Raise(new CodeMismatchException("Invalid code received for user"));
            default:
                return null;
        }
    }

    private string Open(FakeUser user, string step)
    {
        var session = $"session-{++_step}";
        _steps[session] = (user, step);
        return session;
    }

    private FakeUser Take(string session, string step) =>
        _steps.TryRemove(session, out var open) && open.Step == step
            ? open.User
            : throw Raise(new NotAuthorizedException("Invalid session for the user, session is expired."));
}
