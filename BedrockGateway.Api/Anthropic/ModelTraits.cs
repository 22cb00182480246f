using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Anthropic;

/// <summary>What a model takes through Converse of what this dialect can say.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
/// </remarks>
internal sealed record ModelTraits
{
    // Of profiles of one's own only their id is known; most that are made stand for a Claude.
    private static readonly ModelTraits Claude = new()
    {
        CachesPrompts = true,
        CachesTools = true,
        TakesThoughts = true,
        TakesSealedThoughts = true,
        TopK = ["top_k"],
        Thinking = ThinkingStyle.Claude,
    };

    private static readonly ModelTraits Nova = new() { CachesPrompts = true, TopK = ["inferenceConfig", "topK"] };

    private static readonly ModelTraits Nova2 = Nova with { TakesThoughts = true, Thinking = ThinkingStyle.Nova };

    private static readonly (string Part, ModelTraits Traits)[] Known =
    [
        ("amazon.nova-2", Nova2),
        ("amazon.nova-", Nova),
        ("anthropic.", Claude),
        ("cohere.command-r", new() { TopK = ["k"] }),
        ("mistral.", new() { TopK = ["top_k"] }),
        ("openai.", new() { Thinking = ThinkingStyle.OpenAi }),
    ];

    /// <summary>Whether it takes cache points in messages and instructions; others refuse them.</summary>
    public bool CachesPrompts { get; private init; }

    /// <summary>Whether it takes cache points among tools, too.</summary>
    public bool CachesTools { get; private init; }

    /// <summary>Whether it takes back what models thought before.</summary>
    public bool TakesThoughts { get; private init; }

    /// <summary>Whether it knows Claude's seals on thoughts, and encrypted thoughts.</summary>
    public bool TakesSealedThoughts { get; private init; }

    /// <summary>Place of <c>top_k</c> among the model's own fields; empty where it has none.</summary>
    public string[] TopK { get; private init; } = [];

    /// <summary>How it is told how much to think.</summary>
    public ThinkingStyle Thinking { get; private init; }

    /// <param name="modelId">Id or ARN of a model or an inference profile.</param>
    public static ModelTraits Of(string modelId) =>
        ModelId.ProviderOf(modelId, _ => true) is null
            ? Claude
            : Array.Find(Known, entry => modelId.Contains(entry.Part, StringComparison.Ordinal)).Traits ?? new();
}

/// <summary>How a family of models is told how much to think.</summary>
internal enum ThinkingStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>thinking</c>, as it came.</summary>
    Claude,

    /// <summary><c>reasoningConfig</c> with an effort.</summary>
    Nova,

    /// <summary><c>reasoning_effort</c>.</summary>
    OpenAi,
}
