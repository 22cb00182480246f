using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>Writes a prompt for one model: without what that model would refuse.</summary>
internal static class PromptWriter
{
    private const string Filler = "-";

    public static ConverseRequest ToConverse(this Prompt prompt, ModelTraits traits)
    {
        var request = new ConverseRequest { MaxTokens = prompt.MaxTokens };
        request.StopSequences.AddRange(prompt.StopSequences);
        AddSampling(request, prompt, traits);
        AddInstructions(request, prompt, traits);
        AddTurns(request, prompt, traits);
        AddTools(request, prompt, traits);
        Thinking.Add(request, prompt, traits);
        return request;
    }

    private static void AddSampling(ConverseRequest request, Prompt prompt, ModelTraits traits)
    {
        if (traits.Sampling is not SamplingKind.Neither)
        {
            request.Temperature = prompt.Temperature;
        }

        if (traits.Sampling is SamplingKind.Both
            || (traits.Sampling is SamplingKind.OneOfThem && prompt.Temperature is null))
        {
            request.TopP = prompt.TopP;
        }
    }

    private static void AddInstructions(ConverseRequest request, Prompt prompt, ModelTraits traits)
    {
        var texts = prompt.Instructions
            .Where(block => block is not TextBlock { Text: var text } || !string.IsNullOrWhiteSpace(text))
            .Where(block => block is TextBlock || traits.CachesMessages)
            .ToList();
        if (prompt.Format is { } format && !prompt.ForcesFormat(traits))
        {
            texts.Add(new TextBlock(format.ToInstruction()));
        }

        if (MustUse(prompt, traits) is { } order)
        {
            texts.Add(new TextBlock(order));
        }

        // There is no conversation without a user.
        if (traits.System && prompt.Turns.Count > 0)
        {
            request.Instructions.AddRange(texts);
        }
        else if (texts.Count > 0)
        {
            request.Messages.AddUser(texts);
        }
    }

    // What toolChoice would say.
    private static string? MustUse(Prompt prompt, ModelTraits traits) => prompt.ToolChoice switch
    {
        { Kind: ToolChoiceKind.Any } when !traits.ForcesAnyTool => "You must use at least one of the tools.",
        { Kind: ToolChoiceKind.Tool, Name: var name } when !traits.ForcesTools => $"You must use the tool {name}.",
        _ => null,
    };

    private static void AddTurns(ConverseRequest request, Prompt prompt, ModelTraits traits)
    {
        var hasResults = false;
        foreach (var turn in prompt.Turns)
        {
            var blocks = turn.Blocks.Where(block => Takes(block, traits)).ToList();
            if (!turn.IsUser)
            {
                request.Messages.AddAssistant(blocks);
                hasResults = false;
                continue;
            }

            if (hasResults && !traits.MixesTurns && blocks.Exists(block => block is not ToolResultBlock))
            {
                request.Messages.AddAssistant([new TextBlock(Filler)]);
            }

            request.Messages.AddUser(blocks);
            hasResults = blocks.Exists(block => block is ToolResultBlock);
        }

        if (prompt.Turns is [.., { IsUser: false }] && !traits.Continues)
        {
            request.Messages.AddUser([new TextBlock("Continue.")]);
        }
    }

    // Only Claude takes its thoughts back, and only with its seal on them.
    private static bool Takes(ConverseBlock block, ModelTraits traits) => block switch
    {
        CachePointBlock => traits.CachesMessages,
        ReasoningBlock { Signature: var seal } =>
            seal is not null && traits.Thinking is ThinkingKind.Budget or ThinkingKind.Adaptive,
        _ => true,
    };

    private static void AddTools(ConverseRequest request, Prompt prompt, ModelTraits traits)
    {
        if (prompt.ForcesFormat(traits))
        {
            request.Tools.Add(prompt.Format!.ToTool());
            request.ToolChoice = new(ToolChoiceKind.Tool, AnswerFormat.ToolName);
            return;
        }

        var choice = prompt.ToolChoice;
        var offered = choice is { Kind: ToolChoiceKind.Tool, Name: { } only } && !traits.ForcesTools
            ? prompt.Tools.Where(tool => tool.Name == only)
            : prompt.Tools;
        request.Tools.AddRange(offered.Select(tool => traits.CachesTools ? tool : tool with { EndsCache = false }));
        request.ToolChoice = MustUse(prompt, traits) is null ? choice : default;
    }
}
