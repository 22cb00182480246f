using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>The conventions' names of what is asked of a model (<c>gen_ai.operation.name</c>).</summary>
/// <remarks>InvokeModel takes each model's own JSON, so the parameters tell.</remarks>
internal static class ModelOperation
{
    /// <param name="modelId">The model.</param>
    /// <param name="parameters">Its parameters, a JSON object; what is none goes to the model all the same.</param>
    public static string NameOf(string modelId, ReadOnlySpan<byte> parameters)
    {
        if (modelId.Contains("embed", StringComparison.Ordinal))
        {
            return "embeddings";
        }

        try
        {
            return NameOf(parameters) ?? "generate_content";
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name with half of a surrogate pair.
            return "generate_content";
        }
    }

    private static string? NameOf(ReadOnlySpan<byte> parameters)
    {
        var reader = new Utf8JsonReader(parameters, InvokeRequest.Options);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("messages"u8) || reader.ValueTextEquals("message"u8))
            {
                return "chat";
            }

            if (reader.ValueTextEquals("prompt"u8) || reader.ValueTextEquals("inputText"u8))
            {
                return "text_completion";
            }

            reader.Skip();
        }

        return null;
    }
}
