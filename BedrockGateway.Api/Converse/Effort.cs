namespace BedrockGateway.Api.Converse;

/// <summary>
/// How much a model is to think before it answers (<c>reasoning_effort</c>, <c>output_config.effort</c>).
/// </summary>
internal enum Effort
{
    None,
    Minimal,
    Low,
    Medium,
    High,
    Highest,
}
