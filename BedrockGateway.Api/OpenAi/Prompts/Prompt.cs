using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>What a client asks a model, in either of OpenAI's forms, before it is written for one model.</summary>
internal sealed class Prompt
{
    /// <summary>The model's name as the client gave it.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the answer is to come piece by piece.</summary>
    public required bool IsStreamed { get; init; }

    /// <summary>What goes before the conversation: texts and cache points.</summary>
    public List<ConverseBlock> Instructions { get; } = [];

    public List<PromptTurn> Turns { get; } = [];

    public List<ConverseTool> Tools { get; } = [];

    public ToolChoice ToolChoice { get; set; }

    /// <summary>Whether the model may use more than one tool in a turn.</summary>
    public bool AllowsManyUses { get; set; } = true;

    public ToolNames ToolNames { get; } = new();

    public ToolIds ToolIds { get; } = new();

    public AnswerFormat? Format { get; set; }

    public int? MaxTokens { get; set; }

    /// <summary>0 to 1, as Bedrock takes it.</summary>
    public double? Temperature { get; set; }

    public double? TopP { get; set; }

    public List<string> StopSequences { get; } = [];

    public Effort Effort { get; set; }

    /// <summary>Whether the answer's form is the arguments of a tool that the model must use.</summary>
    public bool ForcesFormat(ModelTraits traits) =>
        Format is { FitsTool: true } && traits.ForcesTools && !UsesTools;

    /// <summary>Whether the client has tools of its own, here or in the history.</summary>
    private bool UsesTools => Tools.Count > 0
        || Turns.Exists(turn => turn.Blocks.Any(block => block is ToolUseBlock));
}

/// <summary>What one side of a conversation said.</summary>
internal sealed record PromptTurn(bool IsUser, IReadOnlyList<ConverseBlock> Blocks)
{
    // A record would print the prompt.
    public override string ToString() => IsUser ? "user" : "assistant";
}
