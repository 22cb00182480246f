using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>What comes after a right password: another password, a second factor, or tokens.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
/// </remarks>
internal sealed class SignInSteps(SignInTokens tokens, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>PasswordResetRequiredException</c>; <c>NotAuthorizedException</c>: the temporary password is too old; and
    /// those of <see cref="SignInTokens"/>.
    /// </exception>
    public ValueTask<SignInReply> AfterPasswordAsync(
        SignInRequest request, User user, CancellationToken cancellationToken)
    {
        switch (user.Status)
        {
            case UserStatus.ResetRequired:
                throw CognitoFaults.PasswordResetRequired();
            case UserStatus.ForceChangePassword when clock.GetUtcNow() >= user.TemporaryPasswordExpiresAt:
                throw CognitoFaults.NotAuthorized(
                    "Temporary password has expired and must be reset by an administrator.");
            case UserStatus.ForceChangePassword:
                return ValueTask.FromResult(AskForPassword(request, user));
            default:
                return AfterOwnPasswordAsync(request, user, PreTokenGenerationTrigger.SignIn, cancellationToken);
        }
    }

    /// <summary>What comes after a password that the user may keep.</summary>
    /// <exception cref="AwsFault">Those of <see cref="SignInTokens"/>.</exception>
    public async ValueTask<SignInReply> AfterOwnPasswordAsync(
        SignInRequest request, User user, string source, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string> { ["USER_ID_FOR_SRP"] = user.Username };
        switch (request.Pool.Mfa, user.SoftwareToken)
        {
            case (MfaRule.Required, not null):
            case (MfaRule.Optional, { IsEnabled: true }):
                return Ask(request, user, SoftwareToken.Factor, parameters);
            case (MfaRule.Required, null):
                parameters["MFAS_CAN_SETUP"] = new JsonArray(SoftwareToken.Factor).ToJsonString();
                return Ask(request, user, Challenge.MfaSetup, parameters);
            default:
                return await CompleteAsync(request, user, source, cancellationToken);
        }
    }

    /// <summary>Tokens, after everything.</summary>
    /// <exception cref="AwsFault">Those of <see cref="SignInTokens"/>.</exception>
    public async ValueTask<SignInReply> CompleteAsync(
        SignInRequest request, User user, string source, CancellationToken cancellationToken) =>
        SignInReply.Of(await tokens.StartAsync(request, user, source, cancellationToken));

    private SignInReply AskForPassword(SignInRequest request, User user)
    {
        var attributes = TriggerEvent.ObjectOf(user.Attributes.Without(["sub"]));
        var missing = request.Pool.Schema.MissingFrom(user.Attributes)
            .Select(name => (JsonNode)JsonValue.Create($"userAttributes.{name}"));
        return Ask(request, user, Challenge.NewPassword, new()
        {
            ["USER_ID_FOR_SRP"] = user.Username,
            ["requiredAttributes"] = new JsonArray([.. missing]).ToJsonString(),
            ["userAttributes"] = attributes.ToJsonString(),
        });
    }

    private SignInReply Ask(SignInRequest request, User user, string name, Dictionary<string, string> parameters)
    {
        var now = clock.GetUtcNow();
        var challenge = new Challenge(
            name, request.Client.Id, user.Username, user.Sub, now + request.Client.ChallengeValidity);
        return new(name, request.Pool.Challenges.Add(challenge, now), parameters, null);
    }
}
