using System.Text.Json;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.OpenAi.Embeddings;

/// <summary>A family of embedding models: what it is asked in its own JSON, and where its vectors are.</summary>
/// <param name="Batch">Texts of one call at most.</param>
/// <param name="Dimensions">Lengths of vectors that may be asked for; the first is the usual one.</param>
/// <param name="DimensionsField">What the length is called; <see langword="null"/> where there is but one.</param>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html
/// </remarks>
internal sealed record EmbeddingFamily(int Batch, int[] Dimensions, string? DimensionsField)
{
    private const int CohereBatch = 96;

    private static readonly (string Part, EmbeddingFamily Family)[] Known =
    [
        ("amazon.titan-embed-text-v2", new(1, [1024, 512, 256], "dimensions")),
        ("amazon.titan-embed-text-v1", new(1, [1536], DimensionsField: null)),
        ("amazon.titan-embed-g1-text", new(1, [1536], DimensionsField: null)),
        ("cohere.embed-english-light-v3", new(CohereBatch, [384], DimensionsField: null)),
        ("cohere.embed-multilingual-light-v3", new(CohereBatch, [384], DimensionsField: null)),
        ("cohere.embed-english-v3", new(CohereBatch, [1024], DimensionsField: null)),
        ("cohere.embed-multilingual-v3", new(CohereBatch, [1024], DimensionsField: null)),
        ("cohere.embed-v4", new(CohereBatch, [1536, 1024, 512, 256], "output_dimension")),
    ];

    /// <param name="modelId">Id or ARN of a model or an inference profile.</param>
    /// <exception cref="RequestFault">400: it makes no embeddings.</exception>
    public static EmbeddingFamily Of(string modelId) =>
        Array.Find(Known, known => modelId.Contains(known.Part, StringComparison.Ordinal)) is { Part: not null } found
            ? found.Family
            : throw new RequestFault(
                StatusCodes.Status400BadRequest,
                $"The model {modelId} makes no embeddings of text: use one of Titan Text Embeddings or Cohere Embed.")
            {
                Code = "unsupported_value",
                Parameter = "model",
            };

    /// <summary>Makes the body for some texts.</summary>
    public ReadOnlyMemory<byte> ToBody(IReadOnlyList<string> texts, EmbeddingRequest request) =>
        JsonReply.ToBytes(json =>
        {
            if (Batch == 1)
            {
                json.WriteString("inputText", texts[0]);
            }
            else
            {
                WriteTexts(json, texts, request.InputType ?? "search_document");
            }

            if (DimensionsField is not null && request.Dimensions is { } length)
            {
                json.WriteNumber(DimensionsField, length);
            }
        });

    /// <summary>Finds the vectors in a reply.</summary>
    /// <exception cref="BedrockFault">502: there are not as many as texts.</exception>
    public float[][] Read(JsonElement reply, int count)
    {
        try
        {
            float[][] vectors = Batch == 1
                ? [VectorOf(reply.GetProperty("embedding"))]
                : [.. ListOf(reply).Select(VectorOf)];
            return vectors.Length == count ? vectors : throw ReplyFault.Unreadable();
        }
        catch (Exception fault) when (ReplyFault.IsShape(fault))
        {
            throw ReplyFault.Unreadable();
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts, string inputType)
    {
        json.WriteStartArray("texts");
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteString("input_type", inputType);
        json.WriteStartArray("embedding_types");
        json.WriteStringValue("float");
        json.WriteEndArray();
    }

    // {"embeddings":{"float":[[...]]}}; {"embeddings":[[...]]} where the kind does not matter.
    private static JsonElement.ArrayEnumerator ListOf(JsonElement reply)
    {
        var embeddings = reply.GetProperty("embeddings");
        return (embeddings.ValueKind is JsonValueKind.Object ? embeddings.GetProperty("float") : embeddings)
            .EnumerateArray();
    }

    private static float[] VectorOf(JsonElement vector)
    {
        var numbers = new float[vector.GetArrayLength()];
        var index = 0;
        foreach (var number in vector.EnumerateArray())
        {
            numbers[index++] = number.GetSingle() is var value && float.IsFinite(value)
                ? value
                : throw new FormatException("The number is too large.");
        }

        return numbers;
    }
}
