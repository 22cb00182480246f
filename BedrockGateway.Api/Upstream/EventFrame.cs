using System.Text.Json;

namespace BedrockGateway.Api.Upstream;

/// <summary>One message of an event stream; its memory is the reader's until the next is read.</summary>
/// <param name="Type">The event's name, such as <c>contentBlockDelta</c>; an exception's, such as
/// <c>throttlingException</c>.</param>
/// <param name="IsException">Whether it is an error, after which the stream ends.</param>
/// <param name="Payload">JSON in UTF-8.</param>
/// <param name="Raw">The whole message, as it came.</param>
internal readonly record struct EventFrame(
    string Type, bool IsException, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Raw)
{
    /// <summary>Reads the payload.</summary>
    /// <exception cref="BedrockFault">502: it is no JSON.</exception>
    public JsonElement ToJson()
    {
        try
        {
            var reader = new Utf8JsonReader(Payload.Span);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            throw ReplyFault.Unreadable();
        }
    }
}
