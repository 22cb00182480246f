using System.Text.Json;
using BedrockGateway.Api.Calls;

namespace BedrockGateway.Api.Telemetry;

/// <summary>A call of a model that is over.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="ModelId">The model that answered, or was asked last.</param>
/// <param name="RequestId">Under which the log has it.</param>
/// <param name="Duration">From request to the end of the reply.</param>
/// <param name="Tokens">What it used.</param>
/// <param name="Failure">Why it failed; <see langword="null"/> where it did not.</param>
internal sealed record ModelCall(
    ModelAsk Ask, string ModelId, string RequestId, TimeSpan Duration, Tokens Tokens, CallFailure? Failure)
{
    /// <summary>From request to the first part of the reply; <see langword="null"/> where there was none.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>Why the model ended.</summary>
    public string[] FinishReasons { get; init; } = [];

    /// <summary>The model's own name for itself.</summary>
    public string? ResponseModel { get; init; }

    /// <summary>The model's reply in its own JSON, where it was kept.</summary>
    public JsonElement? Reply { get; init; }

    /// <summary>The text of the reply, where it was kept.</summary>
    public string? Text { get; init; }

    // A record would print the reply.
    public override string ToString() => nameof(ModelCall);
}
