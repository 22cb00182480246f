using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>The conventions' names of what is asked of a model (<c>gen_ai.operation.name</c>).</summary>
/// <remarks>InvokeModel takes each model's own JSON, so the parameters tell.</remarks>
internal static class ModelOperation
{
    public static string NameOf(InvokeRequest request)
    {
        if (request.ModelId.Contains("embed", StringComparison.Ordinal))
        {
            return "embeddings";
        }

        var reader = new Utf8JsonReader(request.InferenceParameters, InvokeRequest.Options);
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

        return "generate_content";
    }
}
