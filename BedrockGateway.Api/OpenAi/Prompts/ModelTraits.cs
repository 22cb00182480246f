using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>What a model takes through Converse; a request is written so that the model does not refuse it.</summary>
/// <remarks>
/// An application's inference profile does not tell its model: it is taken for one that can do everything but think.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
/// </remarks>
internal sealed partial record ModelTraits
{
    private static readonly string[] WithoutSystem =
    [
        "amazon.titan-text", "ai21.j2-", "cohere.command-text", "cohere.command-light", "mistral.mistral-7b-",
        "mistral.mixtral-",
    ];

    private static readonly string[] UncachedClaude =
        ["claude-3-haiku", "claude-3-sonnet", "claude-3-opus", "claude-3-5-sonnet-20240620"];

    // Their own format is OpenAI's, with its name for the effort.
    private static readonly string[] WithEffort =
        ["openai.", "qwen.", "zai.", "moonshot.", "moonshotai.", "minimax.", "nvidia.", "google."];

    private static readonly ModelTraits Unknown = new() { Continues = false };

    /// <summary>Whether a text may stand before the conversation.</summary>
    public bool System { get; private init; } = true;

    /// <summary>Whether it can be made to use one tool, or any (<c>toolChoice</c>).</summary>
    public bool ForcesTools { get; private init; } = true;

    /// <summary>Whether it can be made to use some tool of several.</summary>
    public bool ForcesAnyTool { get; private init; } = true;

    /// <summary>Whether what tools answered may come in one turn with other content.</summary>
    public bool MixesTurns { get; private init; } = true;

    /// <summary>Whether a conversation may end with the model's own words, which it goes on with.</summary>
    public bool Continues { get; private init; } = true;

    /// <summary>Whether messages may have cache points.</summary>
    public bool CachesMessages { get; private init; } = true;

    /// <summary>Whether tools may have cache points.</summary>
    public bool CachesTools { get; private init; } = true;

    /// <summary>How it is made to think.</summary>
    public ThinkingKind Thinking { get; private init; } = ThinkingKind.None;

    /// <summary>Which of temperature and top_p it takes.</summary>
    public SamplingKind Sampling { get; private init; } = SamplingKind.Both;

    /// <param name="modelId">Id or ARN of a model or an inference profile.</param>
    public static ModelTraits Of(string modelId)
    {
        if (modelId.Contains("anthropic.claude", StringComparison.Ordinal))
        {
            return OfClaude(modelId);
        }

        if (modelId.Contains("amazon.nova-", StringComparison.Ordinal))
        {
            return new()
            {
                CachesTools = false,
                Thinking = modelId.Contains("amazon.nova-2-", StringComparison.Ordinal)
                    ? ThinkingKind.NovaEffort
                    : ThinkingKind.None,
            };
        }

        // No provider is in the name of an application's profile.
        return modelId.Contains("application-inference-profile", StringComparison.Ordinal)
            || !modelId.Contains('.', StringComparison.Ordinal)
                ? Unknown
                : OfOther(modelId);
    }

    private static ModelTraits OfOther(string modelId) => new()
    {
        System = !Contains(modelId, WithoutSystem),
        ForcesTools = false,
        ForcesAnyTool = modelId.Contains("mistral.", StringComparison.Ordinal),
        MixesTurns = false,
        Continues = false,
        CachesMessages = false,
        CachesTools = false,
        Thinking = modelId.Contains("deepseek.v3", StringComparison.Ordinal)
            ? ThinkingKind.DeepSeekEffort
            : Contains(modelId, WithEffort) ? ThinkingKind.Effort : ThinkingKind.None,
    };

    private static ModelTraits OfClaude(string modelId)
    {
        var version = VersionOf(modelId);
        var isCached = version >= 3.5 && !Contains(modelId, UncachedClaude);
        return new()
        {
            CachesMessages = isCached,
            CachesTools = isCached,
            Continues = version < 4.6,
            Thinking = version switch
            {
                < 3.7 => ThinkingKind.None,
                < 4.7 => ThinkingKind.Budget,
                _ => ThinkingKind.Adaptive,
            },
            Sampling = version switch
            {
                < 4.1 => SamplingKind.Both,
                < 4.7 => SamplingKind.OneOfThem,
                _ => SamplingKind.Neither,
            },
        };
    }

    // claude-3-7-sonnet-20250219-v1:0 is 3.7, claude-sonnet-4-20250514-v1:0 is 4, claude-opus-4-8 is 4.8, claude-v2 is
    // 2, and what is newer than all these has none that could be known here.
    private static double VersionOf(string modelId)
    {
        if (ClaudeVersion().Match(modelId) is not { Success: true } match)
        {
            return modelId.Contains("claude-v2", StringComparison.Ordinal)
                || modelId.Contains("claude-instant", StringComparison.Ordinal)
                    ? 2
                    : double.MaxValue;
        }

        var minor = match.Groups["minor"] is { Success: true } found ? found.Value : "0";
        return double.Parse($"{match.Groups["major"].Value}.{minor}", CultureInfo.InvariantCulture);
    }

    private static bool Contains(string modelId, string[] parts) =>
        Array.Exists(parts, part => modelId.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex(@"claude-(?:[a-z]+-)?(?<major>\d)(?:-(?<minor>\d)(?![0-9]))?(?![0-9])")]
    private static partial Regex ClaudeVersion();
}

/// <summary>How a model is made to think.</summary>
internal enum ThinkingKind
{
    None,

    /// <summary><c>"thinking":{"type":"enabled","budget_tokens":4096}</c>.</summary>
    Budget,

    /// <summary><c>"thinking":{"type":"adaptive"},"output_config":{"effort":"low"}</c>.</summary>
    Adaptive,

    /// <summary><c>"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}</c>.</summary>
    NovaEffort,

    /// <summary><c>"reasoning_config":"low"</c>.</summary>
    DeepSeekEffort,

    /// <summary><c>"reasoning_effort":"low"</c>.</summary>
    Effort,
}

/// <summary>Which of temperature and top_p a model takes.</summary>
internal enum SamplingKind
{
    Both,
    OneOfThem,
    Neither,
}
