using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Tells a model how much to think, in the words of its family.</summary>
internal static class ThinkingFields
{
    // Anthropic's own least budget is 1024.
    private const int SomeThought = 4096;

    public static void Add(ConverseRequest target, RequestPart root, ThinkingStyle style)
    {
        if (root.Find("thinking") is not { } thinking || thinking.Need("type").ToText() is "disabled")
        {
            return;
        }

        switch (style)
        {
            case ThinkingStyle.Claude:
                target.ModelFields.Add(new("thinking", thinking.Value.WriteTo));
                break;
            case ThinkingStyle.Nova:
                AddNova(target, EffortOf(root, thinking));
                break;
            case ThinkingStyle.OpenAi:
                var effort = EffortOf(root, thinking);
                target.ModelFields.Add(new("reasoning_effort", json => json.WriteStringValue(effort)));
                break;
            case ThinkingStyle.None:
            default:
                break;
        }
    }

    // {"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}
    private static void AddNova(ConverseRequest target, string effort)
    {
        target.ModelFields.Add(new("reasoningConfig", json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "enabled");
            json.WriteString("maxReasoningEffort", effort);
            json.WriteEndObject();
        }));
        if (effort is "high")
        {
            // Nova refuses all three beside a high effort.
            (target.MaxTokens, target.Temperature, target.TopP) = (null, null, null);
        }
    }

    // {"thinking":{"type":"adaptive"},"output_config":{"effort":"high"}}, or {"thinking":{...,"budget_tokens":2048}}
    private static string EffortOf(RequestPart root, RequestPart thinking)
    {
        if (root.Find("output_config")?.Find("effort") is { } effort)
        {
            return effort.ToText() switch
            {
                "low" => "low",
                "high" or "xhigh" or "max" => "high",
                _ => "medium",
            };
        }

        return thinking.Find("budget_tokens") is { } budget && budget.ToCount() < SomeThought ? "low" : "medium";
    }
}
