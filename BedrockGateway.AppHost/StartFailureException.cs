namespace BedrockGateway.AppHost;

/// <summary>Why the local run cannot start: one sentence that says what is wrong and the way out.</summary>
internal sealed class StartFailureException(string message) : Exception(message);
