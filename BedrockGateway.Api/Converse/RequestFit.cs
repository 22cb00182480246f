namespace BedrockGateway.Api.Converse;

/// <summary>Fits a request to one model: what that model would refuse is left out, or said in another way.</summary>
internal static class RequestFit
{
    /// <param name="request">What the client asks.</param>
    /// <param name="traits">What the model takes.</param>
    /// <param name="dropped">What the model has refused before.</param>
    public static ConverseBody Fit(this ConverseRequest request, ModelTraits traits, Concessions dropped)
    {
        var body = new ConverseBody(new(traits)) { MaxTokens = request.MaxTokens };
        body.StopSequences.AddRange(request.StopSequences);
        AddSampling(body, request, traits);
        AddInstructions(body, request, traits);
        AddTurns(body, request);
        AddTools(body, request, traits);
        ThinkingFields.Add(body, request, traits);
        TopKField.Add(body, traits.TopK);
        body.ModelFields.RemoveAll(field => dropped.Fields.Contains(field.Key));
        body.MaxTokens = dropped.MaxTokens is { } most && body.MaxTokens > most ? most : body.MaxTokens;
        return body;
    }

    private static void AddSampling(ConverseBody body, ConverseRequest request, ModelTraits traits)
    {
        body.TopK = request.TopK;
        if (traits.Sampling is not SamplingKind.Neither)
        {
            body.Temperature = request.Temperature;
        }

        if (traits.Sampling is SamplingKind.Both
            || (traits.Sampling is SamplingKind.OneOfThem && request.Temperature is null))
        {
            body.TopP = request.TopP;
        }
    }

    private static void AddInstructions(ConverseBody body, ConverseRequest request, ModelTraits traits)
    {
        var texts = request.Instructions
            .Where(block =>
                block is TextBlock { IsBlank: false } || (block is CachePointBlock && traits.CachesMessages))
            .SkipWhile(block => block is CachePointBlock)
            .ToList();
        if (request.Format is { } format && !request.ForcesFormat(traits))
        {
            texts.Add(new TextBlock(format.ToInstruction()));
        }

        if (OrderOf(request, traits) is { } order)
        {
            texts.Add(new TextBlock(order));
        }

        // There is no conversation without a user.
        if (traits.System && request.Turns.Count > 0)
        {
            body.Instructions.AddRange(texts);
        }
        else if (texts.Count > 0)
        {
            body.Messages.AddUser(texts);
        }
    }

    // What toolChoice would say.
    private static string? OrderOf(ConverseRequest request, ModelTraits traits) => request.ToolChoice switch
    {
        _ when request.Tools.Count == 0 => null,
        { Kind: ToolChoiceKind.Any } when !traits.ForcesAnyTool => "You must use at least one of the tools.",
        { Kind: ToolChoiceKind.Tool, Name: var name } when !traits.ForcesTools => $"You must use the tool {name}.",
        _ => null,
    };

    private static void AddTurns(ConverseBody body, ConverseRequest request)
    {
        foreach (var turn in request.Turns)
        {
            if (turn.IsUser)
            {
                body.Messages.AddUser(turn.Blocks);
            }
            else
            {
                body.Messages.AddAssistant(turn.Blocks);
            }
        }
    }

    private static void AddTools(ConverseBody body, ConverseRequest request, ModelTraits traits)
    {
        if (request.ForcesFormat(traits))
        {
            body.Tools.Add(request.Format!.ToTool());
            body.ToolChoice = new(ToolChoiceKind.Tool, AnswerFormat.ToolName);
            return;
        }

        var choice = request.ToolChoice;
        var offered = choice is { Kind: ToolChoiceKind.Tool, Name: { } only } && !traits.ForcesTools
            ? request.Tools.Where(tool => tool.Name == only)
            : request.Tools;
        body.Tools.AddRange(offered.Select(tool => traits.CachesTools ? tool : tool with { EndsCache = false }));
        body.ToolChoice = OrderOf(request, traits) is null ? choice : default;
    }
}
