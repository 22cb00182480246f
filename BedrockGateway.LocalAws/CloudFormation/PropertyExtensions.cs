using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// Reads resolved properties of a resource; a number or boolean reads as its text, as CloudFormation converts.
/// </summary>
internal static class PropertyExtensions
{
    public static string? Text(this JsonObject properties, string name) => (properties[name] as JsonValue)?.ToString();

    /// <exception cref="AwsFault"><c>ValidationError</c>: the property is missing.</exception>
    public static string RequiredText(this JsonObject properties, string name) =>
        properties.Require(name) is JsonValue value
            ? value.ToString()
            : throw ValidationFault.Of($"Properties validation failed: #/{name}: expected type: String");

    /// <exception cref="AwsFault"><c>ValidationError</c>: the property is missing.</exception>
    public static JsonNode Require(this JsonObject properties, string name) =>
        properties[name]
        ?? throw ValidationFault.Of($"Properties validation failed: #: required key [{name}] not found");
}
