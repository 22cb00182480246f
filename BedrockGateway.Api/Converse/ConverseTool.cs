using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>A tool that the model may use.</summary>
/// <param name="Name">1 to 64 letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Description">What it does; <see langword="null"/> or empty for none.</param>
/// <param name="Schema">JSON Schema of its arguments; anything but an object stands for no arguments.</param>
internal sealed record ConverseTool(string Name, string? Description, JsonElement Schema)
{
    /// <summary>Whether the prompt cache may keep all tools up to this one.</summary>
    public bool EndsCache { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("toolSpec");
        json.WriteString("name", Name);
        if (!string.IsNullOrEmpty(Description))
        {
            json.WriteString("description", Description);
        }

        json.WriteStartObject("inputSchema");
        json.WritePropertyName("json");
        if (Schema.ValueKind is JsonValueKind.Object)
        {
            Schema.WriteTo(json);
        }
        else
        {
            json.WriteRawValue("""{"type":"object","properties":{}}"""u8);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        if (EndsCache)
        {
            CachePointBlock.Instance.WriteTo(json);
        }
    }
}
