using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>A call of a model that is over.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="RequestId">Under which the log has it.</param>
/// <param name="Duration">From request to reply.</param>
/// <param name="Tokens">What it used.</param>
/// <param name="Reply">The model's reply; <see langword="null"/> where there is none that could be read.</param>
/// <param name="Failure">Why it failed; <see langword="null"/> where it did not.</param>
internal sealed record ModelCall(
    InvokeRequest Request, string RequestId, TimeSpan Duration, Tokens Tokens, JsonElement? Reply, CallFailure? Failure)
{
    // A record would print the reply.
    public override string ToString() => nameof(ModelCall);
}
