namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>The reply of operations that return nothing.</summary>
internal sealed record NoContent;
