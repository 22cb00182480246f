namespace BedrockGateway.Api.Telemetry;

/// <summary>Tokens of one call; <see langword="null"/> where nobody says how many.</summary>
/// <param name="Input">What was read afresh; without what came from a cache or went into one.</param>
/// <param name="Output">What was written, thoughts included.</param>
/// <param name="CacheRead">What was read from the prompt cache.</param>
/// <param name="CacheWrite">What was put into the prompt cache.</param>
internal readonly record struct Tokens(
    int? Input = null, int? Output = null, int? CacheRead = null, int? CacheWrite = null)
{
    /// <summary>The same, with another count in place of each that is missing.</summary>
    public Tokens Or(Tokens other) => new(
        Input ?? other.Input,
        Output ?? other.Output,
        CacheRead ?? other.CacheRead,
        CacheWrite ?? other.CacheWrite);
}
