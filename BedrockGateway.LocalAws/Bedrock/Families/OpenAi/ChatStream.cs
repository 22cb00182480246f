using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>Chunks of OpenAI's chat JSON; the last one has the usage.</summary>
internal sealed class ChatStream(ModelRequest request, ChatFormat format) : INativeStream
{
    private readonly bool _inlinesReasoning = ChatFormat.InlinesReasoning(request);
    private int _call = -1;

    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step) => step switch
    {
        ReplyStarted => [Chunk(new() { ["role"] = "assistant", ["content"] = string.Empty })],
        BlockStarted { Block: ToolUseBlock use } => [Start(use)],
        BlockStarted { Block: ReasoningBlock } when _inlinesReasoning => [Text("<reasoning>")],
        BlockEnded { Block: ReasoningBlock } when _inlinesReasoning => [Text("</reasoning>")],
        BlockDelta delta => Delta(delta),
        ReplyEnded ended => [End(ended)],
        _ => [],
    };

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private IEnumerable<JsonObject> Delta(BlockDelta delta) => delta.Kind switch
    {
        DeltaKind.Text => [Text(delta.Text)],
        DeltaKind.Reasoning when _inlinesReasoning => [Text(delta.Text)],
        DeltaKind.Reasoning => [Chunk(new() { ["reasoning_content"] = delta.Text })],
        DeltaKind.Signature => [],
        DeltaKind.Input => [Call(new()
        {
            ["index"] = _call,
            ["function"] = new JsonObject { ["arguments"] = delta.Text },
        })],
    };
#pragma warning restore CS8524

    private JsonObject Start(ToolUseBlock use)
    {
        var call = format.Call(use, string.Empty);
        call["index"] = ++_call;
        return Call(call);
    }

    private JsonObject Text(string text) => Chunk(new() { ["content"] = text });

    private JsonObject Call(JsonObject call) => Chunk(new() { ["tool_calls"] = new JsonArray(call) });

    private JsonObject End(ReplyEnded ended)
    {
        var chunk = Chunk([], ChatFormat.Word(ended.Ending));
        chunk["usage"] = ChatFormat.Usage(ended.Usage);
        return chunk;
    }

    private JsonObject Chunk(JsonObject delta, string? stopReason = null) =>
        ChatFormat.Head(request, "chat.completion.chunk", index => new()
        {
            ["index"] = index,
            [format.DeltaName] = delta.DeepClone(),
            [format.StopReasonName] = stopReason,
        });
}
