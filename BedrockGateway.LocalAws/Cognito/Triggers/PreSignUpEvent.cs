using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>The event that a <c>PreSignUp</c> function gets.</summary>
internal static class PreSignUpEvent
{
    public const string Source = "PreSignUp_SignUp";

    /// <summary>The source where an administrator makes the user, whom the function then cannot confirm.</summary>
    public const string AdministratorSource = "PreSignUp_AdminCreateUser";

    public static JsonObject Of(PreSignUpQuestion question, string region)
    {
        var request = new JsonObject
        {
            ["userAttributes"] = TriggerEvent.ObjectOf(question.Attributes),
            ["validationData"] = question.ValidationData is { } data
                ? TriggerEvent.ObjectOf(UserAttributes.FromWire(data))
                : null,
        };
        if (question.ClientMetadata is { } metadata)
        {
            request["clientMetadata"] = TriggerEvent.ObjectOf(metadata);
        }

        var response = new JsonObject
        {
            ["autoConfirmUser"] = false,
            ["autoVerifyEmail"] = false,
            ["autoVerifyPhone"] = false,
        };
        return TriggerEvent.Of(
            question.Source, region, question.Pool, question.ClientId, question.Username, request, response);
    }
}
