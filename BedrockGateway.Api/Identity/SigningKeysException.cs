namespace BedrockGateway.Api.Identity;

/// <summary>The pool's signing keys could not be fetched, so no token can be verified.</summary>
/// <param name="message">What failed, without anything from the request.</param>
/// <param name="innerException">The cause.</param>
public sealed class SigningKeysException(string message, Exception innerException) : Exception(message, innerException);
