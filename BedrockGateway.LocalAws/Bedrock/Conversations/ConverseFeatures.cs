using BedrockGateway.LocalAws.Bedrock.Catalogue;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>What a model takes through Converse.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
/// </remarks>
internal sealed record ConverseFeatures
{
    private static readonly string[] WithoutSystem = ["titan-text", "command", "jurassic"];

    private static readonly string[] WithoutTools =
        ["titan-text", "command", "jurassic", "anthropic-text", "deepseek-text", "mistral-text"];

    private static readonly string[] SystemlessMistral = ["mistral.mistral-7b-", "mistral.mixtral-"];

    private static readonly string[] ToolsOfMistral = ["mistral.mistral-large-2402", "mistral.mistral-small-2402"];

    private static readonly string[] ToollessLlama = ["llama2-", "llama3-8b", "llama3-70b", "llama3-2-1b", "llama3-2-3b"];

    private static readonly string[] UncachedClaude =
        ["claude-3-haiku", "claude-3-sonnet", "claude-3-opus", "claude-3-5-sonnet-20240620"];

    /// <summary>A text may stand before the conversation.</summary>
    public bool System { get; private init; }

    public bool Tools { get; private init; }

    /// <summary>Tools may be used in a stream.</summary>
    public bool StreamedTools { get; private init; }

    /// <summary><c>toolChoice.any</c>.</summary>
    public bool AnyTool { get; private init; }

    /// <summary><c>toolChoice.tool</c>.</summary>
    public bool NamedTool { get; private init; }

    public bool Images { get; private init; }

    /// <summary>Prefixes may be cached, and the usage says what was.</summary>
    public bool Cache { get; private init; }

    /// <summary>An answer may be begun by the caller, and results of tools may come with other content.</summary>
    public bool MixedTurns { get; private init; }

    public static ConverseFeatures Of(FoundationModel model)
    {
        var family = model.Family ?? string.Empty;
        var isLlama = family == "llama";
        var isClaude = family == "anthropic-messages";
        var isFree = isClaude || family is "nova" or "openai-chat";
        var tools = isLlama
            ? !Contains(model.Id, ToollessLlama)
            : !WithoutTools.Contains(family) || Contains(model.Id, ToolsOfMistral);
        return new()
        {
            System = !WithoutSystem.Contains(family) && !Contains(model.Id, SystemlessMistral),
            Tools = tools,
            StreamedTools = tools && !isLlama,
            AnyTool = isFree || model.Provider == "Mistral AI",
            NamedTool = isFree,
            Images = model.Input.Contains("IMAGE"),
            Cache = family == "nova" || (isClaude && !Contains(model.Id, UncachedClaude)),
            MixedTurns = isClaude || family == "nova",
        };
    }

    private static bool Contains(string id, string[] parts) =>
        parts.Any(part => id.Contains(part, StringComparison.Ordinal));
}
