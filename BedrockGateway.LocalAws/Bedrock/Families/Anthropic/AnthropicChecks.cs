using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>What Claude refuses although it fits the schema, in Anthropic's words.</summary>
internal static class AnthropicChecks
{
    private const int SmallestBudget = 1024;

    /// <exception cref="AwsFault"><c>ValidationException</c>: one of them.</exception>
    public static void Check(JsonObject body, Prompt prompt)
    {
        var problem = Role(prompt) ?? Thinking(body, prompt) ?? Tools(prompt);
        if (problem is not null)
        {
            throw new AwsFault("ValidationException", problem);
        }
    }

    /// <exception cref="AwsFault"><c>ValidationException</c>: more tokens are asked for than the model writes.</exception>
    public static void CheckLimit(ModelRequest request, Prompt prompt)
    {
        if (request.Model.MaxOutputTokens is { } limit && prompt.MaxTokens > limit)
        {
            throw new AwsFault(
                "ValidationException",
                $"max_tokens: {prompt.MaxTokens} > {limit}, which is the maximum allowed number of output tokens for "
                + request.Model.Id["anthropic.".Length..]);
        }
    }

    private static string? Role(Prompt prompt)
    {
        var index = prompt.Turns.ToList().FindIndex(turn => turn.Role is not (Turn.User or Turn.Assistant));
        return index >= 0
            ? $"messages.{index}.role: Input should be 'user' or 'assistant'"
            : prompt.Turns[0].IsUser ? null : "messages: first message must use the \"user\" role";
    }

    private static string? Thinking(JsonObject body, Prompt prompt)
    {
        if (body.TextAt("thinking/type") != "enabled")
        {
            return null;
        }

        return body.IntAt("thinking/budget_tokens") switch
        {
            null => "thinking.enabled.budget_tokens: Field required",
            < SmallestBudget =>
                $"thinking.enabled.budget_tokens: Input should be greater than or equal to {SmallestBudget}",
            { } budget when budget >= prompt.MaxTokens =>
                "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at "
                + "https://docs.claude.com/en/docs/build-with-claude/extended-thinking"
                + "#max-tokens-and-context-window-size",
            _ when prompt.Choice.IsForced => "Thinking may not be enabled when tool_choice forces tool use.",
            _ => null,
        };
    }

    private static string? Tools(Prompt prompt)
    {
        if (prompt.Choice is { Mode: ToolMode.Named, Name: var name } && prompt.Tools.All(tool => tool.Name != name))
        {
            return $"Tool '{name}' not found in provided tools";
        }

        if (prompt.Choice.IsForced && prompt.Tools.Count == 0)
        {
            return "tool_choice may only be specified while providing tools.";
        }

        var usesTools = prompt.Turns.Any(turn => turn.Parts.Any(part => part is ToolUsePart or ToolResultPart));
        return usesTools && prompt.Tools.Count == 0
            ? "Requests which include `tool_use` or `tool_result` blocks must define tools"
            : Enumerable.Range(0, prompt.Turns.Count).Select(index => Results(prompt.Turns, index))
                .FirstOrDefault(problem => problem is not null);
    }

    private static string? Results(IReadOnlyList<Turn> turns, int index)
    {
        string[] used = index == 0 ? [] : [.. turns[index - 1].Parts.OfType<ToolUsePart>().Select(use => use.Id)];
        var results = turns[index].Parts.OfType<ToolResultPart>().Select(result => result.Id).ToHashSet();
        if (results.FirstOrDefault(id => !used.Contains(id)) is { } unexpected)
        {
            return $"messages.{index}.content: unexpected `tool_use_id` found in `tool_result` blocks: {unexpected}. "
                + "Each `tool_result` block must have a corresponding `tool_use` block in the previous message.";
        }

        string[] missing = [.. used.Where(id => !results.Contains(id))];
        return missing.Length == 0
            ? null
            : $"messages.{index - 1}: `tool_use` ids were found without `tool_result` blocks immediately after: "
                + $"{string.Join(", ", missing)}. Each `tool_use` block must have a corresponding `tool_result` block "
                + "in the next message.";
    }
}
