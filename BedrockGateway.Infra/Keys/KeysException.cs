namespace BedrockGateway.Infra.Keys;

/// <summary>Why keys cannot be listed or removed: one sentence that says what is wrong and the way out.</summary>
internal sealed class KeysException(string message) : Exception(message);
