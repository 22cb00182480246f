namespace BedrockGateway.Infra.Packaging;

/// <summary>The functions' package cannot be built.</summary>
/// <param name="message">One sentence with the reason and the way out.</param>
public sealed class PackagingException(string message) : Exception(message);
