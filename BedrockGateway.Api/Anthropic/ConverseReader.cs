using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Reads a request of this dialect for Converse, to ask the models that are no Claude.</summary>
internal static class ConverseReader
{
    // Anthropic's own least budget is 1024.
    private const int SomeThought = 4096;

    /// <param name="request">The request.</param>
    /// <param name="modelId">The model that is asked, for messages.</param>
    /// <exception cref="Errors.RequestFault">400: something in it is wrong, or nothing for this model.</exception>
    public static ConverseRequest Read(MessagesRequest request, string modelId)
    {
        var root = request.Root;
        var target = new ConverseRequest();
        ReadMessages(root, target, new BlockReader(modelId));
        ReadSettings(root, target);
        new ToolReader(modelId).Read(root, target);
        ReadThinking(root, target);
        target.Format = ReadFormat(root);
        return target;
    }

    private static void ReadMessages(RequestPart root, ConverseRequest target, BlockReader blocks)
    {
        if (root.Find("system") is { } system)
        {
            target.Instructions.AddRange(blocks.ReadInstructions(system));
        }

        foreach (var message in root.Need("messages").Items())
        {
            var role = message.Need("role");
            var content = message.Find("content");
            switch (role.ToText())
            {
                case "user":
                    target.Turns.Add(new(IsUser: true, blocks.Read(content)));
                    break;
                case "assistant":
                    target.Turns.Add(new(IsUser: false, blocks.Read(content)));
                    break;
                case "system" or "developer":
                    target.Instructions.AddRange(blocks.ReadInstructions(content));
                    break;
                default:
                    throw role.Wrong("Input should be 'user' or 'assistant'");
            }
        }
    }

    private static void ReadSettings(RequestPart root, ConverseRequest target)
    {
        target.MaxTokens = root.Find("max_tokens")?.ToCount();
        target.Temperature = root.Find("temperature")?.ToNumber();
        target.TopP = root.Find("top_p")?.ToNumber();
        target.TopK = root.Find("top_k")?.ToCount();
        if (root.Find("stop_sequences") is { } stops)
        {
            target.StopSequences.AddRange(
                stops.Items().Select(stop => stop.ToText()).Where(stop => !string.IsNullOrWhiteSpace(stop)));
        }
    }

    private static void ReadThinking(RequestPart root, ConverseRequest target)
    {
        if (root.Find("thinking") is { } thinking && thinking.Need("type").ToText() is not "disabled")
        {
            target.Thinking = thinking.Value;
            target.Effort = EffortOf(root, thinking);
        }
    }

    // {"thinking":{"type":"adaptive"},"output_config":{"effort":"high"}}, or {"thinking":{...,"budget_tokens":2048}}
    private static Effort EffortOf(RequestPart root, RequestPart thinking)
    {
        if (root.Find("output_config")?.Find("effort") is { } effort)
        {
            return effort.ToText() switch
            {
                "low" => Effort.Low,
                "high" => Effort.High,
                "xhigh" or "max" => Effort.Highest,
                _ => Effort.Medium,
            };
        }

        return thinking.Find("budget_tokens") is { } budget && budget.ToCount() < SomeThought
            ? Effort.Low
            : Effort.Medium;
    }

    // {"output_config":{"format":{"type":"json_schema","schema":{...}}}}; output_format in the days of its beta.
    private static AnswerFormat? ReadFormat(RequestPart root)
    {
        var format = root.Find("output_config") is { IsObject: true } config && config.Find("format") is { } found
            ? found
            : root.Find("output_format");
        if (format is not { IsObject: true }
            || format.Find("type") is not { IsText: true } type
            || type.ToText() is not "json_schema")
        {
            return null;
        }

        return format.Need("schema") is { IsObject: true } schema
            ? new(schema.Value, Description: null)
            : throw format.Need("schema").Wrong("Input should be a valid dictionary");
    }
}
