namespace BedrockGateway.Api.Telemetry;

/// <summary>Tokens of one call; <see langword="null"/> where nobody says how many.</summary>
internal readonly record struct Tokens(int? Input, int? Output)
{
    /// <summary>The same, with another count in place of each that is missing.</summary>
    public Tokens Or(Tokens other) => new(Input ?? other.Input, Output ?? other.Output);
}
