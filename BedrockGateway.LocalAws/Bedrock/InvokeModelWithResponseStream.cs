using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;
using BedrockGateway.LocalAws.Wire.EventStream;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// Bedrock Runtime <c>InvokeModelWithResponseStream</c>: the reply in chunks of the model's own JSON.
/// </summary>
/// <remarks>
/// Ignores and echoes what <see cref="InvokeModel"/> does.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html
/// </remarks>
internal static class InvokeModelWithResponseStream
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: model, guardrail or body is not valid, the model does not stream, or the body
    /// exceeds 25,000,000 bytes.
    /// </exception>
    public static async Task HandleAsync(RestCall call, ModelCalls calls, CancellationToken cancellationToken)
    {
        var (model, family) = calls.Find(call);
        if (family is not ITextFamily text || !model.Streaming)
        {
            throw ModelCalls.NotStreamed();
        }

        var request = await ModelCalls.ReadAsync(call, model, ModelBody.Parse, cancellationToken);
        var prompt = text.Read(request.Body);
        text.CheckLimit(request, prompt);
        call.Http.Response.Headers["X-Amzn-Bedrock-Content-Type"] = "application/json";
        ModelCalls.Echo(call.Http);
        await EventStreamReply.WriteAsync(
            call.Call, MessagesAsync(text.Stream(request), request, prompt, calls, cancellationToken), cancellationToken);
    }

    private static async IAsyncEnumerable<EventStreamMessage> MessagesAsync(
        INativeStream stream,
        ModelRequest request,
        Prompt prompt,
        ModelCalls calls,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var padding = new Padding();
        var latency = new StreamLatency(calls.Clock);
        await foreach (var step in calls.StreamAsync(request, prompt, cancellationToken))
        {
            latency.Step();
            JsonObject[] chunks = [.. stream.Write(step)];
            if (step is ReplyEnded ended)
            {
                chunks[^1]["amazon-bedrock-invocationMetrics"] = Metrics(ended.Usage, latency);
            }

            foreach (var chunk in chunks)
            {
                yield return Message(chunk, padding);
            }
        }
    }

    private static EventStreamMessage Message(JsonObject chunk, Padding padding) => EventStreamMessage.Event(
        "chunk",
        JsonBytes.Of(new()
        {
            ["bytes"] = Convert.ToBase64String(JsonBytes.Of(chunk).Span),
            ["p"] = padding.Next(),
        }));

    private static JsonObject Metrics(TokenUsage usage, StreamLatency latency)
    {
        var metrics = new JsonObject
        {
            ["inputTokenCount"] = usage.Input,
            ["outputTokenCount"] = usage.Output,
            ["invocationLatency"] = latency.WholeMs,
            ["firstByteLatency"] = latency.FirstMs,
        };
        if (usage.CacheRead + usage.CacheWrite > 0)
        {
            metrics["cacheReadInputTokenCount"] = usage.CacheRead;
            metrics["cacheWriteInputTokenCount"] = usage.CacheWrite;
        }

        return metrics;
    }
}
