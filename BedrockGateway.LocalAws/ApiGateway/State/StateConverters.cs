using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>What is made from a text is kept as that text, and made again.</summary>
internal abstract class SourceConverter<T>(Func<T, string> sourceOf, Func<string, T> parse) : JsonConverter<T>
    where T : class
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString() ?? throw new JsonException("A text is missing."));

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(sourceOf(value));
}

internal sealed class CorsOriginsConverter()
    : SourceConverter<CorsOrigins>(origins => origins.Source, CorsOrigins.Parse);

internal sealed class JsonSchemaConverter() : SourceConverter<JsonSchema>(
    schema => schema.Source.ToJsonString(), source => JsonSchema.Parse(JsonNode.Parse(source)));

internal sealed class PatternConverter() : SourceConverter<Regex>(pattern => pattern.ToString(), Authorizer.Pattern);

internal sealed class TemplateTextConverter()
    : SourceConverter<TemplateText>(template => template.Source, TemplateText.Parse);

/// <summary>Writes a method where it is the key of a dictionary: <c>GET /v1/chat</c>.</summary>
internal sealed class MethodPathConverter : JsonConverter<MethodPath>
{
    public override MethodPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override MethodPath ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, MethodPath value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TextOf(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, MethodPath value, JsonSerializerOptions options) =>
        writer.WritePropertyName(TextOf(value));

    private static string TextOf(MethodPath method) => $"{method.HttpMethod} {method.Path}";

    private static MethodPath Parse(string? text) => text?.Split(' ', 2) is [var verb, var path]
        ? new(path, verb)
        : throw new JsonException($"'{text}' is no method.");
}
