namespace BedrockGateway.Api.Converse;

/// <summary>How a model is made to think.</summary>
internal enum ThinkingKind
{
    None,

    /// <summary><c>"thinking":{"type":"enabled","budget_tokens":4096}</c>.</summary>
    Budget,

    /// <summary><c>"thinking":{"type":"adaptive"},"output_config":{"effort":"low"}</c>.</summary>
    Adaptive,

    /// <summary><c>thinking</c> in the client's own words; where it has none, not at all.</summary>
    AsSent,

    /// <summary><c>"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}</c>.</summary>
    NovaEffort,

    /// <summary><c>"reasoning_config":"low"</c>.</summary>
    DeepSeekEffort,

    /// <summary><c>"reasoning_effort":"low"</c>.</summary>
    Effort,
}
