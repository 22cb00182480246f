using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary>Reads <c>true</c> and <c>"true"</c> alike, as CloudFormation does.</summary>
internal sealed class TextOrBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            _ => throw new JsonException("A boolean is expected."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
