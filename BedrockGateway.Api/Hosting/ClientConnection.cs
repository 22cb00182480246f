namespace BedrockGateway.Api.Hosting;

/// <summary>Whether the client is still there, beside how much time is left.</summary>
/// <param name="Closed">Cancelled when the client goes away. On Lambda nobody tells.</param>
internal sealed record ClientConnection(CancellationToken Closed);
