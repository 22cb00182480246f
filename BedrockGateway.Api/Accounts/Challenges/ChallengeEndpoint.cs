using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Admin;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /login/challenge: takes the step that a login asked for, and may be asked for another.</summary>
/// <remarks>A session and a code are good for one answer, so each call of Cognito is made once.</remarks>
internal static class ChallengeEndpoint
{
    private const string Session = "session";
    private const string Code = "code";
    private const string NewPassword = "newPassword";
    private const string MfaType = "mfaType";

    private static readonly FormShape Shape = new("email", "challenge", Session)
    {
        Optional = [NewPassword, Code, MfaType],
        Map = "attributes",
    };

    public static async Task<Results<Reply<LoginReply>, Reply<ChallengeReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        MfaSetup setup,
        FirstAdministrators administrators,
        IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var (email, session) = (form["email"], form[Session]);
        if (form["challenge"] is ChallengeNames.MfaSetup)
        {
            return await SetUpAsync(setup, email, session, form.Find(Code), http.RequestAborted);
        }

        if (AnswerOf(form) is not { } answer)
        {
            return BodyFault.MissingParameters;
        }

        answer["USERNAME"] = email;
        var reply = await cognito.RespondToAuthChallengeAsync(
            new RespondToAuthChallengeRequest
            {
                ClientId = options.Value.UserPoolClientId,
                ChallengeName = form["challenge"],
                Session = session,
                ChallengeResponses = answer,
            },
            http.RequestAborted);
        if (form["challenge"] is ChallengeNames.NewPassword)
        {
            // The password before was mailed.
            await administrators.WelcomeAsync(http, email);
        }

        return SignIn.From(reply).ToReply();
    }

    private static async Task<Results<Reply<LoginReply>, Reply<ChallengeReply>, Reply<ErrorReply>>> SetUpAsync(
        MfaSetup setup, string email, string session, string? code, CancellationToken cancellationToken) =>
        code is null ? await setup.BeginAsync(email, session, cancellationToken)
        : await setup.FinishAsync(email, session, code, cancellationToken) is { } done ? done.ToReply()
        : ErrorReply.Of(StatusCodes.Status400BadRequest, "The code is not the authenticator app's.");

    // Null: the field that the step needs is missing, or there is no such step.
    private static Dictionary<string, string>? AnswerOf(AccountForm form) => form["challenge"] switch
    {
        ChallengeNames.NewPassword when form.Find(NewPassword) is { } password =>
            form.Map.Select(attribute => KeyValuePair.Create($"userAttributes.{attribute.Key}", attribute.Value))
                .Append(KeyValuePair.Create("NEW_PASSWORD", password))
                .ToDictionary(),
        ChallengeNames.Totp when form.Find(Code) is { } code => new() { ["SOFTWARE_TOKEN_MFA_CODE"] = code },
        ChallengeNames.SelectMfa when form.Find(MfaType) is { } type => new() { ["ANSWER"] = type },
        _ => null,
    };
}
