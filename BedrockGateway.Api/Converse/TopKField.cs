using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>Converse has no <c>topK</c>: each family has a field of its own for it.</summary>
// {"top_k":40}, or {"inferenceConfig":{"topK":40}}
internal static class TopKField
{
    /// <param name="body">The request.</param>
    /// <param name="place">Names of the field and what it is in; empty where the model has none.</param>
    public static void Add(ConverseBody body, string[] place)
    {
        if (body.TopK is { } count && place is [var first, .. var inner])
        {
            body.ModelFields.Add(new(first, json => Write(json, inner, count)));
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<string> place, int count)
    {
        if (place is [var name, .. var inner])
        {
            json.WriteStartObject();
            json.WritePropertyName(name);
            Write(json, inner, count);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNumberValue(count);
        }
    }
}
