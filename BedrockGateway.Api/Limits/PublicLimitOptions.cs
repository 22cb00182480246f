using System.ComponentModel.DataAnnotations;

namespace BedrockGateway.Api.Limits;

/// <summary>Throttle of each public route over all clients of this process; on Lambda the stage does it.</summary>
internal sealed class PublicLimitOptions
{
    public const string SectionName = "PublicLimits";

    /// <summary>Requests a second that a route takes for long. Default 5; 0.001 to 10,000.</summary>
    [Range(0.001, 10_000)]
    public double RatePerSecond { get; set; } = 5;

    /// <summary>Requests that a route takes at once. Default 10; 1 to 5,000.</summary>
    [Range(1, 5_000)]
    public int Burst { get; set; } = 10;
}
