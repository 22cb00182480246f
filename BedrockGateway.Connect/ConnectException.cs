namespace BedrockGateway.Connect;

/// <summary>Something that the user must know to go on; the message is all there is to say.</summary>
internal sealed class ConnectException(string message) : Exception(message);
