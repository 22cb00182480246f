namespace BedrockGateway.LocalAws.Wire.EventStream;

/// <summary>One message of AWS's event stream, <c>application/vnd.amazon.eventstream</c>.</summary>
/// <param name="Headers">String headers, in the order of the wire.</param>
/// <param name="Payload">The content, as it is.</param>
internal sealed record EventStreamMessage(
    IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Payload)
{
    private const string Json = "application/json";

    /// <summary>An event, such as <c>contentBlockDelta</c>.</summary>
    /// <param name="eventType">Member of the operation's event union.</param>
    /// <param name="payload">The event's structure, or the bytes of its blob.</param>
    /// <param name="contentType">Type of the payload. Default JSON.</param>
    public static EventStreamMessage Event(
        string eventType, ReadOnlyMemory<byte> payload, string contentType = Json) =>
        new(Head(":event-type", eventType, contentType, "event"), payload);

    /// <summary>A modelled error, which is the last message of its stream.</summary>
    /// <param name="exceptionType">Member of the operation's event union, such as <c>throttlingException</c>.</param>
    /// <param name="payload">The error's structure as JSON.</param>
    public static EventStreamMessage Exception(string exceptionType, ReadOnlyMemory<byte> payload) =>
        new(Head(":exception-type", exceptionType, Json, "exception"), payload);

    private static KeyValuePair<string, string>[] Head(
        string typeName, string type, string contentType, string messageType) =>
        [new(typeName, type), new(":content-type", contentType), new(":message-type", messageType)];
}
