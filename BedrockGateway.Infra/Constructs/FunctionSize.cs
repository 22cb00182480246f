namespace BedrockGateway.Infra.Constructs;

/// <summary>What a function may use.</summary>
internal sealed record FunctionSize(int Megabytes, int TimeoutSeconds);
