using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>What the events of all triggers have in common.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
/// </remarks>
internal static class TriggerEvent
{
    /// <summary>The client of what an administrator does.</summary>
    public const string NoClient = "CLIENT_ID_NOT_APPLICABLE";

    public static JsonObject Of(
        string source,
        string region,
        UserPool pool,
        string clientId,
        string username,
        JsonObject request,
        JsonObject response) => new()
        {
            ["version"] = "1",
            ["region"] = region,
            ["userPoolId"] = pool.Id,
            ["userName"] = username,
            ["callerContext"] = new JsonObject
            {
                ["awsSdkVersion"] = "aws-sdk-unknown-unknown",
                ["clientId"] = clientId,
            },
            ["triggerSource"] = source,
            ["request"] = request,
            ["response"] = response,
        };

    /// <summary>The attributes of a user who exists, with the status among them.</summary>
    public static JsonObject AttributesOf(User user) =>
        ObjectOf(user.Attributes.With("cognito:user_status", user.Status));

    public static JsonObject ObjectOf(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));
}
