namespace BedrockGateway.LocalAws.Edge;

/// <summary><c>GET /_local/faults</c>.</summary>
/// <param name="Rules">The rules that still apply to calls.</param>
/// <param name="HeldStreams">How many streamed replies are held back now, by rules of the past, too.</param>
internal sealed record FaultsInForce(IReadOnlyList<FaultRule> Rules, int HeldStreams);
