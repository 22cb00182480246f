using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Bedrock Runtime <c>Converse</c>: one conversation in one JSON, whatever the model.</summary>
/// <remarks>
/// Ignores <c>promptVariables</c>, temperature and <c>topP</c>, and of <c>additionalModelRequestFields</c> all but what
/// asks for reasoning; checks <c>requestMetadata</c>. A guardrail does not exist.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
/// </remarks>
internal static class Converse
{
    /// <inheritdoc cref="ConverseCall.ReadAsync"/>
    public static async Task HandleAsync(RestCall call, ModelCalls calls, CancellationToken cancellationToken)
    {
        var latency = new StreamLatency(calls.Clock);
        var conversation = await ConverseCall.ReadAsync(call, calls, isStreamed: false, cancellationToken);
        var reply = await calls.AnswerAsync(conversation.Request, conversation.Prompt, cancellationToken);
        var body = new JsonObject
        {
            ["metrics"] = new JsonObject { ["latencyMs"] = latency.WholeMs },
            ["output"] = new JsonObject { ["message"] = ConverseReply.Message(reply) },
            ["stopReason"] = ConverseReply.StopReason(reply.Ending),
            ["usage"] = ConverseReply.Usage(reply.Usage, conversation.IsCached),
        };
        if (conversation.Additional(reply) is { } additional)
        {
            body["additionalModelResponseFields"] = additional;
        }

        conversation.Echo(body);
        call.Http.Response.ContentType = "application/json";
        JsonBytes.Write(call.Http.Response.BodyWriter, body);
        await call.Http.Response.BodyWriter.FlushAsync(cancellationToken);
    }
}
