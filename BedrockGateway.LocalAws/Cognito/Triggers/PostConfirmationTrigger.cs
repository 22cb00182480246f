using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>Tells a pool's <c>PostConfirmation</c> function who was confirmed, or reset a password.</summary>
/// <remarks>
/// What was done stays done, whatever the function says. Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
/// </remarks>
internal sealed class PostConfirmationTrigger(LocalAwsOptions options, TriggerFunctions functions)
{
    public const string SignUp = "PostConfirmation_ConfirmSignUp";
    public const string PasswordReset = "PostConfirmation_ConfirmForgotPassword";

    /// <exception cref="AwsFault">Those of <see cref="TriggerFunctions"/>.</exception>
    public async ValueTask TellAsync(
        string source,
        UserPool pool,
        string clientId,
        User user,
        IReadOnlyDictionary<string, string>? clientMetadata,
        CancellationToken cancellationToken)
    {
        if (pool.Settings.LambdaConfig?.PostConfirmation is not { } function)
        {
            return;
        }

        var request = new JsonObject { ["userAttributes"] = TriggerEvent.AttributesOf(user) };
        if (clientMetadata is not null)
        {
            request["clientMetadata"] = TriggerEvent.ObjectOf(clientMetadata);
        }

        await functions.AskAsync(
            pool,
            "PostConfirmation",
            function,
            TriggerEvent.Of(source, options.Region, pool, clientId, user.Username, request, []),
            cancellationToken);
    }
}
