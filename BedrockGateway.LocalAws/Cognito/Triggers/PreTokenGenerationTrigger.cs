using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>Asks a pool's <c>PreTokenGeneration</c> function what tokens say, and whether there may be any.</summary>
/// <remarks>
/// The first version of its event, which changes ID tokens, and groups in both. Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
/// </remarks>
internal sealed class PreTokenGenerationTrigger(LocalAwsOptions options, TriggerFunctions functions)
{
    public const string SignIn = "TokenGeneration_Authentication";
    public const string NewPassword = "TokenGeneration_NewPasswordChallenge";
    public const string Refresh = "TokenGeneration_RefreshTokens";

    /// <exception cref="AwsFault">Those of <see cref="TriggerFunctions"/>.</exception>
    public async ValueTask<ClaimsOverride> AskAsync(
        string source,
        UserPool pool,
        UserPoolClient client,
        User user,
        IReadOnlyDictionary<string, string>? clientMetadata,
        CancellationToken cancellationToken)
    {
        var triggers = pool.Settings.LambdaConfig;
        if ((triggers?.PreTokenGenerationConfig?.LambdaArn ?? triggers?.PreTokenGeneration) is not { } function)
        {
            return ClaimsOverride.None;
        }

        var groups = GroupClaims.Of(pool, user);
        var request = new JsonObject
        {
            ["userAttributes"] = TriggerEvent.AttributesOf(user),
            ["groupConfiguration"] = new JsonObject
            {
                ["groupsToOverride"] = GroupClaims.ArrayOf(groups.Groups),
                ["iamRolesToOverride"] = GroupClaims.ArrayOf(groups.Roles),
                ["preferredRole"] = groups.PreferredRole,
            },
        };
        if (clientMetadata is not null)
        {
            request["clientMetadata"] = TriggerEvent.ObjectOf(clientMetadata);
        }

        var response = new JsonObject { ["claimsOverrideDetails"] = null };
        return ClaimsOverride.Read(await functions.AskAsync(
            pool,
            "PreTokenGeneration",
            function,
            TriggerEvent.Of(source, options.Region, pool, client.Id, user.Username, request, response),
            cancellationToken));
    }
}
