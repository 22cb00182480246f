namespace BedrockGateway.Api.Converse;

/// <summary>Whether the model must use a tool.</summary>
/// <param name="Kind">How much it must.</param>
/// <param name="Name">The tool, for <see cref="ToolChoiceKind.Tool"/>.</param>
internal readonly record struct ToolChoice(ToolChoiceKind Kind, string? Name = null);

internal enum ToolChoiceKind
{
    /// <summary>The model decides.</summary>
    Auto,

    /// <summary>Some tool.</summary>
    Any,

    /// <summary>One tool.</summary>
    Tool,

    /// <summary>None, though there are some in the history.</summary>
    None,
}
