using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;
using BedrockGateway.LocalAws.Wire.EventStream;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Bedrock Runtime <c>ConverseStream</c>: the same reply as <see cref="Converse"/> in events.</summary>
/// <remarks>
/// Ignores what <see cref="Converse"/> does. Of <c>additionalModelResponseFieldPaths</c> it knows what does not depend
/// on the content.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
/// </remarks>
internal static class ConverseStream
{
    /// <inheritdoc cref="ConverseCall.ReadAsync"/>
    public static async Task HandleAsync(RestCall call, ModelCalls calls, CancellationToken cancellationToken)
    {
        var conversation = await ConverseCall.ReadAsync(call, calls, isStreamed: true, cancellationToken);
        await EventStreamReply.WriteAsync(
            call.Call, MessagesAsync(conversation, calls, cancellationToken), cancellationToken);
    }

    private static async IAsyncEnumerable<EventStreamMessage> MessagesAsync(
        ConverseCall conversation, ModelCalls calls, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var padding = new Padding();
        var latency = new StreamLatency(calls.Clock);
        await foreach (var step in calls.StreamAsync(conversation.Request, conversation.Prompt, cancellationToken))
        {
            if (ConverseEvents.Of(step) is not var (name, body))
            {
                continue;
            }

            if (step is ReplyEnded stopped && conversation.Additional(new([], stopped.Ending, stopped.Usage)) is { } more)
            {
                body["additionalModelResponseFields"] = more;
            }

            yield return Message(name, body, padding);
            if (step is ReplyEnded ended)
            {
                yield return Message("metadata", Metadata(conversation, ended.Usage, latency), padding);
            }
        }
    }

    private static JsonObject Metadata(ConverseCall conversation, TokenUsage usage, StreamLatency latency)
    {
        var metadata = new JsonObject
        {
            ["metrics"] = new JsonObject { ["latencyMs"] = latency.WholeMs },
            ["usage"] = ConverseReply.Usage(usage, conversation.IsCached),
        };
        conversation.Echo(metadata);
        return metadata;
    }

    private static EventStreamMessage Message(string name, JsonObject body, Padding padding)
    {
        body["p"] = padding.Next();
        return EventStreamMessage.Event(name, JsonBytes.Of(body));
    }
}
