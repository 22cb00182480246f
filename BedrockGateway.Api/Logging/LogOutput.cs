namespace BedrockGateway.Api.Logging;

/// <summary>Where log lines go.</summary>
internal sealed record LogOutput(TextWriter Writer);
