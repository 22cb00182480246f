using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>What a text model is asked, in whatever JSON it came.</summary>
/// <param name="Turns">What was said, from the first word to the last.</param>
internal sealed record Prompt(IReadOnlyList<Turn> Turns)
{
    /// <summary>What the system says before the conversation.</summary>
    public IReadOnlyList<Part> System { get; init; } = [];

    public IReadOnlyList<ToolSpec> Tools { get; init; } = [];

    public ToolChoice Choice { get; init; } = ToolChoice.Auto;

    /// <summary>Longest answer, in tokens.</summary>
    public int MaxTokens { get; init; } = int.MaxValue;

    /// <summary>An answer ends before the first of these.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>Whether the model is to show its reasoning before the answer.</summary>
    public bool Reasons { get; init; }

    /// <summary>Whether the answer is to be JSON, and by which schema.</summary>
    public OutputFormat? Output { get; init; }

    /// <summary>The prompt of a completion model with its template, which is what is counted.</summary>
    public string? Template { get; init; }

    private IEnumerable<Part> LastUserParts => Turns.LastOrDefault(turn => turn.IsUser)?.Parts ?? [];

    /// <summary>The text that the user said last; empty where the last word was an image or a tool's.</summary>
    public string LastUserText => Part.TextOf(LastUserParts);

    /// <summary>Results of tools that no answer has followed yet.</summary>
    public IEnumerable<ToolResultPart> NewResults => LastUserParts.OfType<ToolResultPart>();

    /// <summary>What the user said after the tools had answered; all that the user said where none has.</summary>
    public string TextAfterResults
    {
        get
        {
            Part[] parts = [.. LastUserParts];
            return Part.TextOf(parts.Skip(1 + Array.FindLastIndex(parts, part => part is ToolResultPart)));
        }
    }

    /// <summary>Every image of the conversation, those in tools' results included.</summary>
    public IEnumerable<ImagePart> Images => Turns.SelectMany(turn => turn.Parts)
        .SelectMany(part => part is ToolResultPart result ? result.Content : [part])
        .OfType<ImagePart>();
}

/// <summary>How an answer is to be written.</summary>
/// <param name="Schema">JSON Schema that it must satisfy; <see langword="null"/> for any JSON object.</param>
internal sealed record OutputFormat(JsonNode? Schema);
