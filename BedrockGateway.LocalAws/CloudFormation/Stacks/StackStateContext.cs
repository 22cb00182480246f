using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, Converters = [typeof(TemplateConverter)])]
[JsonSerializable(typeof(SavedStack))]
internal sealed partial class StackStateContext : JsonSerializerContext;

/// <summary>A stack as it is kept.</summary>
internal sealed record SavedStack(StackIdentity Identity, StackState State);

/// <summary>Keeps a template as the text that was given.</summary>
internal sealed class TemplateConverter : JsonConverter<Template>
{
    public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Template.Parse(reader.GetString() ?? throw new JsonException("The text of a template is missing."));

    public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Body);
}
