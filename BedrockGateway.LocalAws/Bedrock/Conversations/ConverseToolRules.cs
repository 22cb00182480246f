using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>What Bedrock refuses of tools, their calls and their results.</summary>
internal static class ConverseToolRules
{
    /// <summary>Bedrock's text, or <see langword="null"/> where it takes all of it.</summary>
    public static string? Problem(Prompt prompt, ConverseFeatures features, bool isStreamed) =>
        Features(prompt, features, isStreamed)
        ?? Declarations(prompt)
        ?? Enumerable.Range(0, prompt.Turns.Count)
            .Select(index => Results(prompt.Turns, index) ?? Mixture(prompt.Turns[index], index, features))
            .FirstOrDefault(problem => problem is not null);

    private static string? Features(Prompt prompt, ConverseFeatures features, bool isStreamed)
    {
        if (prompt.Tools.Count == 0)
        {
            return null;
        }

        if (!features.Tools)
        {
            return "This model doesn't support tool use.";
        }

        if (isStreamed && !features.StreamedTools)
        {
            return "This model doesn't support tool use in streaming mode.";
        }

        return prompt.Choice.Mode switch
        {
            ToolMode.Any when !features.AnyTool => Unsupported("any"),
            ToolMode.Named when !features.NamedTool => Unsupported("tool"),
            _ => null,
        };
    }

    private static string Unsupported(string choice) =>
        $"This model doesn't support the toolConfig.toolChoice.{choice} field. "
        + $"Remove toolConfig.toolChoice.{choice} and try again.";

    private static string? Declarations(Prompt prompt)
    {
        if (prompt.Tools.CountBy(tool => tool.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
        {
            return $"The toolConfig field contains the tool {twice} more than once.";
        }

        if (prompt.Choice is { Mode: ToolMode.Named, Name: var name } && prompt.Tools.All(tool => tool.Name != name))
        {
            return $"The toolChoice field names the tool {name}, which toolConfig.tools does not contain.";
        }

        var usesTools = prompt.Turns.Any(turn => turn.Parts.Any(part => part is ToolUsePart or ToolResultPart));
        return usesTools && prompt.Tools.Count == 0
            ? "The toolConfig field must be defined when using toolUse and toolResult content blocks."
            : null;
    }

    private static string? Results(IReadOnlyList<Turn> turns, int index)
    {
        string[] used = index == 0 ? [] : [.. turns[index - 1].Parts.OfType<ToolUsePart>().Select(use => use.Id)];
        string[] results = [.. turns[index].Parts.OfType<ToolResultPart>().Select(result => result.Id)];
        if (results.Distinct().Count() < results.Length)
        {
            var twice = results.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);
            return $"The toolResult blocks at messages.{index}.content contain duplicate Ids: {string.Join(", ", twice)}";
        }

        if (results.Length > used.Length)
        {
            return $"The number of toolResult blocks at messages.{index}.content exceeds the number of toolUse blocks of "
                + "previous turn.";
        }

        string[] missing = [.. used.Except(results)];
        return missing.Length > 0
            ? $"Expected toolResult blocks at messages.{index}.content for the following Ids: "
                + string.Join(", ", missing)
            : null;
    }

    private static string? Mixture(Turn turn, int index, ConverseFeatures features)
    {
        var isMixed = turn.Parts.Any(part => part is ToolResultPart)
            && turn.Parts.Any(part => part is not (ToolResultPart or CachePart));
        return isMixed && !features.MixedTurns
            ? $"messages.{index}.content: Conversation blocks and tool result blocks cannot be provided in the same turn."
            : null;
    }
}
