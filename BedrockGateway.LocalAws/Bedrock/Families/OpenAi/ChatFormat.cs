using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>OpenAI's chat JSON, which several families share with small differences.</summary>
internal sealed record ChatFormat
{
    // 2026-09-01T00:00:00Z: a clock here would make equal requests answer differently.
    private const long CreatedSeconds = 1_788_220_800;

    /// <summary>What a choice calls why it ends.</summary>
    public string StopReasonName { get; init; } = "finish_reason";

    /// <summary>What a chunk's choice calls the part of the message that it holds.</summary>
    public string DeltaName { get; init; } = "delta";

    /// <summary>What identifiers of calls begin with.</summary>
    public string CallPrefix { get; init; } = "call_";

    /// <summary>How many of the 24 hex digits of a call's key follow the prefix.</summary>
    public int CallKeyLength { get; init; } = 24;

    /// <summary>What every such family takes; each adds its own.</summary>
    public static BodySchema Schema() => new BodySchema()
        .Require("messages", BodyKind.Turns, min: 1)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("n", BodyKind.Integer, min: 1, max: 16)
        .Allow("tools", BodyKind.List);

    public JsonObject Write(ModelRequest request, Reply reply)
    {
        var body = Head(request, "chat.completion", index => new()
        {
            ["index"] = index,
            ["message"] = Message(request, reply),
            [StopReasonName] = Word(reply.Ending),
        });
        body["usage"] = Usage(reply.Usage);
        return body;
    }

    public INativeStream Stream(ModelRequest request) => new ChatStream(request, this);

    internal static JsonObject Usage(TokenUsage usage) => new()
    {
        ["prompt_tokens"] = usage.Input,
        ["completion_tokens"] = usage.Output,
        ["total_tokens"] = usage.Total,
    };

    internal static string Word(Ending ending) => ending.Word("stop", "length", "stop", "tool_calls");

    // gpt-oss writes its thoughts into its text.
    internal static bool InlinesReasoning(ModelRequest request) =>
        request.Model.Id.StartsWith("openai.gpt-oss-", StringComparison.Ordinal);

    /// <summary>A reply or a chunk, with as many choices as the caller asked for.</summary>
    internal static JsonObject Head(ModelRequest request, string kind, Func<int, JsonObject> choice) => new()
    {
        ["id"] = $"chatcmpl-{request.Digest[..24]}",
        ["object"] = kind,
        ["created"] = CreatedSeconds,
        ["model"] = request.Model.Id,
        ["choices"] = new JsonArray([.. Enumerable.Range(0, request.Body.IntAt("n") ?? 1).Select(choice)]),
    };

    internal JsonObject Call(ToolUseBlock use, string arguments) => new()
    {
        ["id"] = CallPrefix + use.Key[..CallKeyLength],
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = use.Name, ["arguments"] = arguments },
    };

    private JsonObject Message(ModelRequest request, Reply reply)
    {
        var thought = reply.Reasoning;
        var inlined = thought.Length > 0 && InlinesReasoning(request) ? $"<reasoning>{thought}</reasoning>" : string.Empty;
        var message = new JsonObject { ["role"] = "assistant", ["content"] = inlined + reply.Text };
        if (thought.Length > 0 && inlined.Length == 0)
        {
            message["reasoning_content"] = thought;
        }

        if (reply.ToolUses.Any())
        {
            message["tool_calls"] =
                new JsonArray([.. reply.ToolUses.Select(use => Call(use, use.Input.ToJsonString()))]);
        }

        return message;
    }
}
