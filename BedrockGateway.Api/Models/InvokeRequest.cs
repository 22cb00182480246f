using System.Text.Json;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Models;

/// <summary>The body of POST /bedrock, with the inference parameters as the bytes that the client sent.</summary>
internal sealed class InvokeRequest
{
    /// <summary>Tool schemas nest deeper than the reader's default of 64.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    private InvokeRequest(string modelId, ArraySegment<byte> inferenceParameters)
    {
        ModelId = modelId;
        InferenceParameters = inferenceParameters;
    }

    public string ModelId { get; }

    public ArraySegment<byte> InferenceParameters { get; }

    /// <returns>The request, or the reply that says what is wrong with it.</returns>
    public static (InvokeRequest? Request, Reply<ErrorReply>? Error) Parse(ArraySegment<byte> body)
    {
        try
        {
            return Read(body);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text with half of a surrogate pair.
            return (null, BodyFault.NotJson);
        }
    }

    private static (InvokeRequest? Request, Reply<ErrorReply>? Error) Read(ArraySegment<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            // The rest may still be no JSON at all.
            reader.Skip();
            reader.Read();
            return (null, BodyFault.NotAnObject);
        }

        string? modelId = null;
        (JsonTokenType Kind, ArraySegment<byte> Bytes) parameters = default;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            // A name that comes twice counts the last time, as in every JSON parser of note.
            var isModelId = reader.ValueTextEquals("modelId"u8);
            var isParameters = reader.ValueTextEquals("inferenceParameters"u8);
            reader.Read();
            if (isModelId)
            {
                modelId = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
            }

            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            if (isParameters)
            {
                parameters = (kind, body[start..(int)reader.BytesConsumed]);
            }
        }

        // Refuses whatever follows the object.
        reader.Read();
        return Check(modelId, parameters.Kind, parameters.Bytes);
    }

    private static (InvokeRequest? Request, Reply<ErrorReply>? Error) Check(
        string? modelId, JsonTokenType kind, ArraySegment<byte> parameters)
    {
        if (string.IsNullOrEmpty(modelId) || IsEmpty(kind, parameters))
        {
            return (null, BodyFault.MissingParameters);
        }

        if (kind is not JsonTokenType.StartObject)
        {
            return (null, ErrorReply.Of(StatusCodes.Status400BadRequest, "inferenceParameters must be a JSON object."));
        }

        return Models.ModelId.IsValid(modelId)
            ? (new(modelId, parameters), null)
            : (null, ErrorReply.Of(StatusCodes.Status400BadRequest, "The provided model identifier is invalid."));
    }

    // null, false, 0, "", [] and {} with any space inside: what the first clients of this contract know as empty.
    private static bool IsEmpty(JsonTokenType kind, ReadOnlySpan<byte> parameters) => kind switch
    {
        JsonTokenType.None or JsonTokenType.Null or JsonTokenType.False => true,
        JsonTokenType.String => parameters.Length == 2,
        JsonTokenType.Number => parameters is [(byte)'0'],
        JsonTokenType.StartObject or JsonTokenType.StartArray => parameters[1..^1].Trim(" \t\r\n"u8).IsEmpty,
        _ => false,
    };
}
