namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>How much a model is to think before it answers (<c>reasoning_effort</c>).</summary>
internal enum Effort
{
    None,
    Minimal,
    Low,
    Medium,
    High,
    Highest,
}
