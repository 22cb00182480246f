using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary>Properties as templates write them: a number or a boolean may be text.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(TextOrBooleanConverter)])]
[JsonSerializable(typeof(UserPoolResource.Properties), TypeInfoPropertyName = "UserPool")]
[JsonSerializable(typeof(UserPoolClientResource.Properties), TypeInfoPropertyName = "UserPoolClient")]
[JsonSerializable(typeof(UserPoolGroupResource.Properties), TypeInfoPropertyName = "UserPoolGroup")]
[JsonSerializable(typeof(UserPoolUserResource.Properties), TypeInfoPropertyName = "UserPoolUser")]
[JsonSerializable(typeof(UserToGroupResource.Properties), TypeInfoPropertyName = "UserToGroup")]
internal sealed partial class ResourceJsonContext : JsonSerializerContext
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: a property is not of its type.</exception>
    public static T Read<T>(JsonObject properties, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return properties.Deserialize(type) ?? throw new JsonException("The properties are null.");
        }
        catch (JsonException invalid)
        {
            throw new AwsFault("ValidationException", $"Properties validation failed: {invalid.Message}");
        }
    }

    /// <summary>The fault of a resource that lacks a property.</summary>
    public static AwsFault Missing(string property) =>
        new("ValidationException", $"#: required key [{property}] not found");

    /// <exception cref="AwsFault"><c>ValidationException</c>: the resource type has no such property.</exception>
    public static void CheckKnown(
        string logicalId, Dictionary<string, JsonElement>? rest, IReadOnlyCollection<string> known)
    {
        if (rest?.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new AwsFault(
                "ValidationException",
                $"Properties validation failed for resource {logicalId} with message:\n"
                + $"#: extraneous key [{unknown}] is not permitted");
        }
    }
}
