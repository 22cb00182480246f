using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>What a client asks a model, in either of OpenAI's forms.</summary>
internal sealed class Prompt
{
    /// <summary>The model's name as the client gave it.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the answer is to come piece by piece.</summary>
    public required bool IsStreamed { get; init; }

    /// <summary>What the model is asked.</summary>
    public ConverseRequest Request { get; } = new();

    /// <summary>Whether the model may use more than one tool in a turn.</summary>
    public bool AllowsManyUses { get; set; } = true;

    public ToolNames ToolNames { get; } = new();

    public ToolIds ToolIds { get; } = new();
}
