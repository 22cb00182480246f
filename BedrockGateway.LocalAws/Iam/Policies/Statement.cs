using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>One statement of a policy.</summary>
/// <param name="IsAllow">Effect: <c>Allow</c>, or else <c>Deny</c>.</param>
/// <param name="Actions">Patterns of actions.</param>
/// <param name="IsNotAction">Whether it covers the actions that fit no pattern.</param>
/// <param name="Resources">Patterns of ARNs.</param>
/// <param name="IsNotResource">Whether it covers the resources that fit no pattern.</param>
/// <param name="Conditions">All must hold.</param>
internal sealed record Statement(
    bool IsAllow,
    ImmutableArray<string> Actions,
    bool IsNotAction,
    ImmutableArray<string> Resources,
    bool IsNotResource,
    ImmutableArray<Condition> Conditions)
{
    /// <exception cref="Wire.AwsFault"><c>MalformedPolicyDocument</c> (400).</exception>
    public static Statement Parse(JsonNode? node)
    {
        if (node is not JsonObject statement || (string?)statement["Effect"] is not ("Allow" or "Deny"))
        {
            throw PolicyDocument.Malformed;
        }

        var (actions, isNotAction) = OneOf(statement, "Action");
        var (resources, isNotResource) = OneOf(statement, "Resource");
        return new(
            (string?)statement["Effect"] == "Allow",
            [.. actions.Select(action => action.ToLowerInvariant())],
            isNotAction,
            resources,
            isNotResource,
            [.. from test in statement["Condition"] as JsonObject ?? []
                from key in test.Value as JsonObject ?? []
                select new Condition(test.Key, key.Key, Texts(key.Value))]);
    }

    /// <summary>Whether the statement is about the request, and its conditions hold.</summary>
    /// <exception cref="Wire.AwsFault"><c>NotImplemented</c> (501): it uses what is not evaluated here.</exception>
    public bool Covers(AccessRequest request)
    {
        var action = request.Action.ToLowerInvariant();
        return Actions.Any(pattern => Wildcard.Matches(pattern, action)) != IsNotAction
            && Resources.Any(pattern => MatchesResource(pattern, request.Resource)) != IsNotResource
            && Conditions.All(condition => condition.Holds(request.Context));
    }

    private static bool MatchesResource(string pattern, string resource)
    {
        Condition.RefuseVariables(pattern);
        // Unlike ArnLike: a star at the end of a part reaches beyond the colon.
        return Wildcard.Matches(pattern, resource);
    }

    private static (ImmutableArray<string> Patterns, bool IsNot) OneOf(JsonObject statement, string element) =>
        (statement[element], statement["Not" + element]) switch
        {
            ({ } given, null) => (Texts(given), false),
            (null, { } excluded) => (Texts(excluded), true),
            _ => throw PolicyDocument.Malformed,
        };

    // A list of one may stand without its brackets, and numbers and booleans without quotes.
    private static ImmutableArray<string> Texts(JsonNode? node) => node switch
    {
        JsonArray several => [.. several.SelectMany(one => Texts(one))],
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        JsonValue value => [value.ToJsonString()],
        _ => throw PolicyDocument.Malformed,
    };
}
