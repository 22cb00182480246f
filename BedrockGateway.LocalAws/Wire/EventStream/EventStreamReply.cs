using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Wire.EventStream;

/// <summary>A reply that is an event stream, from its first message to its end or its error.</summary>
internal static class EventStreamReply
{
    /// <summary>
    /// Writes messages as they come. The response begins with the first one, so that a failure before it is still a
    /// status and a body; a later one becomes the exception message that ends the stream.
    /// </summary>
    /// <exception cref="AwsFault">It failed before the first message.</exception>
    /// <exception cref="IOException">An injected fault cuts the connection.</exception>
    public static async Task WriteAsync(
        AwsCall call, IAsyncEnumerable<EventStreamMessage> messages, CancellationToken cancellationToken)
    {
        EventStreamWriter? writer = null;
        var written = 0;
        try
        {
            await foreach (var message in messages.WithCancellation(cancellationToken))
            {
                writer ??= await EventStreamWriter.StartAsync(call.Http.Response, cancellationToken);
                await BeforeNextAsync();
                await writer.WriteAsync(message, cancellationToken);
                written++;
            }

            await BeforeNextAsync();
        }
        catch (AwsFault fault) when (writer is not null)
        {
            await writer.WriteAsync(MessageOf(fault), cancellationToken);
        }

        ValueTask BeforeNextAsync() => call.StreamFault?.BeforeEventAsync(written, cancellationToken) ?? default;
    }

    // :exception-type is the member's name: throttlingException for ThrottlingException.
    private static EventStreamMessage MessageOf(AwsFault fault)
    {
        var body = new JsonObject { [fault.MessageMember] = fault.Message };
        return EventStreamMessage.Exception(
            JsonNamingPolicy.CamelCase.ConvertName(fault.Code), Encoding.UTF8.GetBytes(body.ToJsonString()));
    }
}
