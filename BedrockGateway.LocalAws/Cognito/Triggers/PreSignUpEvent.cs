using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>The event that a <c>PreSignUp</c> function gets.</summary>
internal static class PreSignUpEvent
{
    public const string Source = "PreSignUp_SignUp";

    public static JsonObject Of(PreSignUpQuestion question, string region)
    {
        var request = new JsonObject
        {
            ["userAttributes"] = ObjectOf(question.Attributes),
            ["validationData"] = question.ValidationData is { } data ? ObjectOf(UserAttributes.FromWire(data)) : null,
        };
        if (question.ClientMetadata is { } metadata)
        {
            request["clientMetadata"] = ObjectOf(metadata);
        }

        return new JsonObject
        {
            ["version"] = "1",
            ["region"] = region,
            ["userPoolId"] = question.Pool.Id,
            ["userName"] = question.Username,
            ["callerContext"] = new JsonObject
            {
                ["awsSdkVersion"] = "aws-sdk-unknown-unknown",
                ["clientId"] = question.ClientId,
            },
            ["triggerSource"] = Source,
            ["request"] = request,
            ["response"] = new JsonObject
            {
                ["autoConfirmUser"] = false,
                ["autoVerifyEmail"] = false,
                ["autoVerifyPhone"] = false,
            },
        };
    }

    private static JsonObject ObjectOf(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));
}
