using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>Cognito user pools: what an administrator does needs the pool, what a user does needs nothing.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html,
/// https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
/// </remarks>
internal sealed class CognitoPermissions(LocalAwsOptions options) : IServicePermissions
{
    // Unsigned, or with the user's access token; and the documents and preflights that any browser may ask for.
    private static readonly FrozenSet<string> Free = FrozenSet.Create(
        StringComparer.Ordinal,
        "AssociateSoftwareToken",
        "ChangePassword",
        "ConfirmForgotPassword",
        "ConfirmSignUp",
        "DeleteUser",
        "DeleteUserAttributes",
        "ForgotPassword",
        "GetTokensFromRefreshToken",
        "GetUser",
        "GetUserAttributeVerificationCode",
        "GlobalSignOut",
        "InitiateAuth",
        "OPTIONS",
        "ResendConfirmationCode",
        "RespondToAuthChallenge",
        "RevokeToken",
        "SetUserMFAPreference",
        "SignUp",
        "UpdateUserAttributes",
        "VerifySoftwareToken",
        "VerifyUserAttribute",
        "jwks.json",
        "openid-configuration");

    public IReadOnlyList<string> Services { get; } = ["cognito-idp"];

    public async ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken)
    {
        if (Free.Contains(operation))
        {
            return [];
        }

        var pool = (await call.ReadObjectAsync(cancellationToken))["UserPoolId"];
        return [new($"cognito-idp:{operation}", IsText(pool) ? ArnOf(pool!.GetValue<string>()) : "*")];
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String;

    private string ArnOf(string pool) => $"arn:aws:cognito-idp:{options.Region}:{options.AccountId}:userpool/{pool}";
}
