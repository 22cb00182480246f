using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>
/// What a client asks, in whichever dialect, before it is fitted to the model that is asked: <see cref="RequestFit"/>.
/// </summary>
internal sealed class ConverseRequest
{
    /// <summary>What goes before the conversation: texts and cache points.</summary>
    public List<ConverseBlock> Instructions { get; } = [];

    /// <summary>The conversation, in the client's own order.</summary>
    public List<ConverseTurn> Turns { get; } = [];

    public int? MaxTokens { get; set; }

    /// <summary>0 to 1, as Bedrock takes it.</summary>
    public double? Temperature { get; set; }

    public double? TopP { get; set; }

    public int? TopK { get; set; }

    public List<string> StopSequences { get; } = [];

    public List<ConverseTool> Tools { get; } = [];

    public ToolChoice ToolChoice { get; set; }

    /// <summary>The form that the answer must have; <see langword="null"/> for any.</summary>
    public AnswerFormat? Format { get; set; }

    /// <summary>How much the model is to think.</summary>
    public Effort Effort { get; set; }

    /// <summary>
    /// Claude's field <c>thinking</c> as the client sent it, for models of which only the client knows what they take.
    /// </summary>
    public JsonElement Thinking { get; set; }

    /// <summary>Whether the answer's form is the arguments of a tool that the model must use.</summary>
    public bool ForcesFormat(ModelTraits traits) =>
        Format is { FitsTool: true } && traits.ForcesTools && !UsesTools;

    // Of the client's own, here or in the history.
    private bool UsesTools => Tools.Count > 0
        || Turns.Exists(turn => turn.Blocks.Any(block => block is ToolUseBlock));
}
