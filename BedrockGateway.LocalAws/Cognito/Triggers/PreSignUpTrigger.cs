using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>Asks a pool's <c>PreSignUp</c> function whether a user may sign up, and what to confirm.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
/// </remarks>
internal sealed class PreSignUpTrigger(LocalAwsOptions options, TriggerFunctions functions)
{
    /// <exception cref="AwsFault">Those of <see cref="TriggerFunctions"/>.</exception>
    public async ValueTask<PreSignUpDecision> AskAsync(PreSignUpQuestion question, CancellationToken cancellationToken)
    {
        if (question.Pool.Settings.LambdaConfig?.PreSignUp is not { } function)
        {
            return new(AutoConfirmUser: false, AutoVerifyEmail: false, AutoVerifyPhone: false);
        }

        var @event = PreSignUpEvent.Of(question, options.Region);
        var response = await functions.AskAsync(question.Pool, "PreSignUp", function, @event, cancellationToken);
        return new(
            Flag(response, "autoConfirmUser"),
            Flag(response, "autoVerifyEmail", question.Attributes["email"]),
            Flag(response, "autoVerifyPhone", question.Attributes["phone_number"]));
    }

    private static bool Flag(JsonElement response, string name, string? subject = "")
    {
        if (!response.TryGetProperty(name, out var flag) || flag.ValueKind is JsonValueKind.Null or JsonValueKind.False)
        {
            return false;
        }

        // What is verified must be there.
        return flag.ValueKind == JsonValueKind.True && subject is not null
            ? true
            : throw TriggerFunctions.Unrecognizable();
    }
}
