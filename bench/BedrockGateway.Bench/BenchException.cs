namespace BedrockGateway.Bench;

/// <summary>Why there is no result, in a sentence.</summary>
internal sealed class BenchException(string message) : Exception(message);
