using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>A tool that the model may call.</summary>
/// <param name="Name">What calls name.</param>
/// <param name="Description">What the model reads about it.</param>
/// <param name="Schema">JSON Schema of its arguments.</param>
/// <param name="EndsPrefix">Whether the tools up to this one may be taken from the cache.</param>
internal sealed record ToolSpec(string Name, string Description, JsonNode? Schema, bool EndsPrefix = false);

/// <summary>Whether the model must call a tool.</summary>
internal enum ToolMode
{
    /// <summary>The model decides.</summary>
    Auto,

    /// <summary>No tool may be called.</summary>
    None,

    /// <summary>Some tool must be called.</summary>
    Any,

    /// <summary>One tool must be called.</summary>
    Named,
}

/// <param name="Mode">How free the model is.</param>
/// <param name="Name">The tool of <see cref="ToolMode.Named"/>.</param>
internal sealed record ToolChoice(ToolMode Mode, string? Name = null)
{
    public static ToolChoice Auto { get; } = new(ToolMode.Auto);

    public bool IsForced => Mode is ToolMode.Any or ToolMode.Named;
}
