using System.Diagnostics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What the API measures. Nothing is measured while nobody listens.</summary>
internal static class Instruments
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "BedrockGateway.Api";

    public static readonly ActivitySource Spans = new(Name);
}
