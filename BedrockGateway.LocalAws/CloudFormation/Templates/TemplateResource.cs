using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A resource as the template declares it, intrinsics unresolved.</summary>
/// <param name="LogicalId">Its key in <c>Resources</c>.</param>
/// <param name="Type">CloudFormation's type name.</param>
/// <param name="Properties">Properties with their intrinsics.</param>
/// <param name="Condition">Name of the condition it exists under, <see langword="null"/> for always.</param>
/// <param name="DependsOn">Logical ids it waits for beside those it refers to.</param>
/// <param name="DeletionPolicy"><c>Delete</c>, <c>Retain</c>, <c>RetainExceptOnCreate</c> or <c>Snapshot</c>, which
/// deletes here.</param>
/// <param name="UpdateReplacePolicy">What becomes of the old resource of a replacement: <c>Delete</c> or
/// <c>Retain</c>.</param>
/// <param name="Metadata">Metadata as JSON text, empty for none.</param>
internal sealed record TemplateResource(
    string LogicalId,
    string Type,
    JsonObject Properties,
    string? Condition,
    IReadOnlyList<string> DependsOn,
    string DeletionPolicy,
    string UpdateReplacePolicy,
    string Metadata)
{
    private static readonly string[] Policies = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];

    /// <exception cref="Wire.AwsFault"><c>ValidationError</c>: the declaration is malformed.</exception>
    public static TemplateResource Read(string logicalId, JsonNode? definition)
    {
        if (definition is not JsonObject resource)
        {
            throw ValidationFault.Of("Template format error: Any Resources member must be an object.");
        }

        return new(
            logicalId,
            TextOf(resource[nameof(Type)]) ?? throw ValidationFault.Of(
                $"Template format error: [/Resources/{logicalId}] Every Resources object must contain a Type member."),
            PropertiesOf(resource[nameof(Properties)]),
            ConditionOf(resource[nameof(Condition)]),
            DependsOnOf(resource[nameof(DependsOn)]),
            PolicyOf(resource, nameof(DeletionPolicy)),
            PolicyOf(resource, nameof(UpdateReplacePolicy)),
            resource[nameof(Metadata)]?.ToJsonString() ?? "");
    }

    private static JsonObject PropertiesOf(JsonNode? node) => node switch
    {
        null => [],
        JsonObject properties => properties,
        _ => throw ValidationFault.Of("Template format error: Every Properties member must be an object."),
    };

    private static string? ConditionOf(JsonNode? node) => node is null
        ? null
        : TextOf(node) ?? throw ValidationFault.Of("Template format error: Every Condition member must be a string.");

    private static string[] DependsOnOf(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list when list.All(item => TextOf(item) is not null) => [.. list.Select(item => item!.ToString())],
        JsonValue value when TextOf(value) is { } single => [single],
        _ => throw ValidationFault.Of("Template format error: DependsOn must be a string or list of strings."),
    };

    private static string PolicyOf(JsonObject resource, string attribute)
    {
        var policy = resource[attribute] is { } node ? TextOf(node) ?? node.ToJsonString() : "Delete";
        return Policies.Contains(policy)
            ? policy
            : throw ValidationFault.Of($"Template format error: Unrecognized {attribute} {policy}");
    }

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
