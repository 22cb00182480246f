using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Converse;

/// <summary>What a model takes through Converse; a request is written so that the model does not refuse it.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html. docs/dialects/converse.md has it all.
/// </remarks>
internal sealed record ModelTraits
{
    private const string Anthropic = "anthropic.";

    // Of a profile of one's own only the id is known. Most stand for a Claude, but nobody knows for which.
    private static readonly ModelTraits Unknown = new()
    {
        Continues = false,
        TakesSealedThoughts = true,
        TopK = ["top_k"],
        Sampling = SamplingKind.OneOfThem,
        Thinking = ThinkingKind.AsSent,
    };

    private static readonly ModelTraits Nova = new() { CachesTools = false, TopK = ["inferenceConfig", "topK"] };

    private static readonly ModelTraits Nova2 = Nova with { TakesThoughts = true, Thinking = ThinkingKind.NovaEffort };

    private static readonly ModelTraits Other = new()
    {
        ForcesTools = false,
        ForcesAnyTool = false,
        MixesTurns = false,
        Continues = false,
        CachesMessages = false,
        CachesTools = false,
    };

    private static readonly ModelTraits WithoutSystem = Other with { System = false };

    private static readonly ModelTraits Mistral = Other with { ForcesAnyTool = true, TopK = ["top_k"] };

    // Their own format is OpenAI's, with its name for the effort.
    private static readonly ModelTraits LikeOpenAi = Other with { Thinking = ThinkingKind.Effort };

    // The first whose part is in the id.
    private static readonly (string Part, ModelTraits Traits)[] Known =
    [
        ("amazon.nova-2-", Nova2),
        ("amazon.nova-", Nova),
        ("amazon.titan-text", WithoutSystem),
        ("ai21.j2-", WithoutSystem),
        ("cohere.command-text", WithoutSystem),
        ("cohere.command-light", WithoutSystem),
        ("cohere.command-r", Other with { TopK = ["k"] }),
        ("deepseek.v3", Other with { Thinking = ThinkingKind.DeepSeekEffort }),
        ("google.", LikeOpenAi),
        ("minimax.", LikeOpenAi),
        ("mistral.mistral-7b-", Mistral with { System = false }),
        ("mistral.mixtral-", Mistral with { System = false }),
        ("mistral.", Mistral),
        ("moonshot.", LikeOpenAi),
        ("moonshotai.", LikeOpenAi),
        ("nvidia.", LikeOpenAi),
        ("openai.", LikeOpenAi),
        ("qwen.", LikeOpenAi),
        ("zai.", LikeOpenAi),
    ];

    private static readonly string[] UncachedClaude =
        ["claude-3-haiku", "claude-3-sonnet", "claude-3-opus", "claude-3-5-sonnet-20240620"];

    /// <summary>Whether a text may stand before the conversation.</summary>
    public bool System { get; private init; } = true;

    /// <summary>Whether it can be made to use one tool (<c>toolChoice</c>).</summary>
    public bool ForcesTools { get; private init; } = true;

    /// <summary>Whether it can be made to use some tool of several.</summary>
    public bool ForcesAnyTool { get; private init; } = true;

    /// <summary>Whether what tools answered may come in one turn with other content.</summary>
    public bool MixesTurns { get; private init; } = true;

    /// <summary>Whether a conversation may end with the model's own words, which it goes on with.</summary>
    public bool Continues { get; private init; } = true;

    /// <summary>Whether messages and instructions may have cache points.</summary>
    public bool CachesMessages { get; private init; } = true;

    /// <summary>Whether tools may have cache points.</summary>
    public bool CachesTools { get; private init; } = true;

    /// <summary>Whether it takes back thoughts without a seal.</summary>
    public bool TakesThoughts { get; private init; }

    /// <summary>Whether it knows Claude's seals on thoughts, and encrypted thoughts.</summary>
    public bool TakesSealedThoughts { get; private init; }

    /// <summary>Place of <c>top_k</c> among the model's own fields; empty where it has none.</summary>
    public string[] TopK { get; private init; } = [];

    /// <summary>Which of temperature and top_p it takes.</summary>
    public SamplingKind Sampling { get; private init; } = SamplingKind.Both;

    /// <summary>How it is made to think.</summary>
    public ThinkingKind Thinking { get; private init; } = ThinkingKind.None;

    /// <param name="modelId">Id or ARN of a model or an inference profile.</param>
    public static ModelTraits Of(string modelId)
    {
        if (ModelId.ProviderOf(modelId, _ => true) is null)
        {
            return Unknown;
        }

        return modelId.Contains(Anthropic, StringComparison.Ordinal)
            ? OfClaude(modelId, ClaudeVersion.Of(modelId))
            : Array.Find(Known, entry => modelId.Contains(entry.Part, StringComparison.Ordinal)).Traits ?? Other;
    }

    private static ModelTraits OfClaude(string modelId, double version)
    {
        var isCached = version >= 3.5
            && !Array.Exists(UncachedClaude, part => modelId.Contains(part, StringComparison.Ordinal));
        return new()
        {
            CachesMessages = isCached,
            CachesTools = isCached,
            Continues = version < 4.6,
            TakesSealedThoughts = version >= 3.7,
            TopK = version < 4.7 ? ["top_k"] : [],
            Sampling = version switch
            {
                < 4.1 => SamplingKind.Both,
                < 4.7 => SamplingKind.OneOfThem,
                _ => SamplingKind.Neither,
            },
            Thinking = version switch
            {
                < 3.7 => ThinkingKind.None,
                < 4.7 => ThinkingKind.Budget,
                _ => ThinkingKind.Adaptive,
            },
        };
    }
}
