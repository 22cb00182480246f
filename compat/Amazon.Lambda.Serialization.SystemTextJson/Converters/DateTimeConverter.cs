using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Times as text (ISO 8601), or as seconds or milliseconds since 1970, as services send them.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // No service sends seconds 5,000 years ahead: larger numbers count milliseconds.
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String when reader.TryGetDateTime(out var time) => time,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number > LargestSeconds
                ? DateTime.UnixEpoch.AddMilliseconds(number)
                : DateTime.UnixEpoch.AddSeconds(number),
            JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
            _ => throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}"),
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
