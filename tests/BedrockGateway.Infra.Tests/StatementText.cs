using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// Statements of a template's policies as lines to read: references as <c>${LogicalId.Attribute}</c>.
/// </summary>
internal static class StatementText
{
    /// <summary>One line for each statement of each role, and for each managed policy that a role names.</summary>
    public static IEnumerable<string> Of(JsonObject template)
    {
        foreach (var (id, role) in template.Resources("AWS::IAM::Role"))
        {
            var trusted = Lines($"{id} is assumed", role["AssumeRolePolicyDocument"]);
            var own = (role["Policies"] as JsonArray ?? []).SelectMany(policy => Lines(id, policy!["PolicyDocument"]));
            var managed = Texts(role["ManagedPolicyArns"]).Select(arn => $"{id}: {arn}");
            foreach (var line in trusted.Concat(own).Concat(managed))
            {
                yield return line;
            }
        }

        foreach (var (id, policy) in template.Resources("AWS::IAM::Policy"))
        {
            var holders = new[] { "Roles", "Users", "Groups" }
                .SelectMany(kind => Texts(policy[kind]))
                .Select(holder => holder.Trim('$', '{', '}'))
                .DefaultIfEmpty(id);
            foreach (var line in Lines(string.Join(", ", holders), policy["PolicyDocument"]))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(string holder, JsonNode? document) =>
        document!["Statement"]!.AsArray().Select(statement => $"{holder}: {Line(statement!.AsObject())}");

    // An element that is not known here shows with its name.
    private static string Line(JsonObject statement) => string.Join(' ', statement
        .Where(element => element.Key != "Sid")
        .OrderBy(element => Array.IndexOf(["Effect", "Action", "Principal", "Resource"], element.Key) is var at and >= 0
            ? at
            : int.MaxValue)
        .Select(element => element.Key switch
        {
            "Effect" or "Action" => List(element.Value),
            "Principal" => $"by {List(element.Value!["Service"])}",
            "Resource" => $"on {List(element.Value)}",
            var other => $"{other} {Text(element.Value)}",
        }));

    private static string List(JsonNode? node) => string.Join(", ", Texts(node));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray several => several.Select(Text),
        _ => [Text(node)],
    };

    private static string Text(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } id => $"${{{id}}}",
        JsonObject { Count: 1 } get when get["Fn::GetAtt"] is JsonArray path => $"${{{string.Join('.', path)}}}",
        JsonObject { Count: 1 } whole when whole["Fn::Sub"] is JsonValue text => $"{text}",
        JsonObject { Count: 1 } join when join["Fn::Join"] is JsonArray parts =>
            string.Join((string)parts[0]!, parts[1]!.AsArray().Select(Text)),
        JsonObject map => "{" + string.Join(", ", map.Select(pair => $"{pair.Key}: {Text(pair.Value)}")) + "}",
        JsonArray several => "[" + string.Join(", ", several.Select(Text)) + "]",
        _ => $"{node}",
    };
}
