using System.Buffers.Binary;
using System.Text.Json;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Embeddings;

/// <summary>POST /v1/embeddings.</summary>
internal static class EmbeddingsEndpoint
{
    public static async Task HandleAsync(HttpContext http, EmbeddingCalls calls)
    {
        var (root, content) = await RequestJson.ReadAsync(http);
        var request = EmbeddingRequest.Read(root, calls.FamilyOf);
        var (vectors, tokens) = await calls.EmbedAsync(http, request, content);
        await JsonReply.SendAsync(http, StatusCodes.Status200OK, json =>
        {
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            for (var index = 0; index < vectors.Length; index++)
            {
                Write(json, index, vectors[index], request.IsBase64);
            }

            json.WriteEndArray();
            json.WriteString("model", request.Model);
            json.WriteStartObject("usage");
            json.WriteNumber("prompt_tokens", tokens);
            json.WriteNumber("total_tokens", tokens);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, int index, float[] vector, bool isBase64)
    {
        json.WriteStartObject();
        json.WriteString("object", "embedding");
        json.WriteNumber("index", index);
        if (isBase64)
        {
            json.WriteBase64String("embedding", ToBytes(vector));
        }
        else
        {
            json.WriteStartArray("embedding");
            foreach (var number in vector)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Little-endian float32s, which is what clients read them as.
    private static byte[] ToBytes(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var index = 0; index < vector.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), vector[index]);
        }

        return bytes;
    }
}
