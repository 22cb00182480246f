using System.ComponentModel.DataAnnotations;

namespace BedrockGateway.Api.Hosting;

/// <summary>Bounds of one request.</summary>
internal sealed class RequestOptions
{
    public const string SectionName = "Requests";

    /// <summary>
    /// Longest time in seconds until a request is answered with 504. Default 28, below the function's 29; 1 to 900.
    /// </summary>
    [Range(1, 900)]
    public int TimeoutSeconds { get; set; } = 28;

    /// <summary>
    /// Longest time in seconds that a call of a model may take, its stream included. Default 895, below the function's
    /// 900; 1 to 900.
    /// </summary>
    [Range(1, 900)]
    public int ModelTimeoutSeconds { get; set; } = 895;

    /// <summary>
    /// Longest time in seconds without a byte from a model. Default 240, below the 300 after which API Gateway gives a
    /// stream up; 1 to 900.
    /// </summary>
    [Range(1, 900)]
    public int ModelIdleSeconds { get; set; } = 240;

    /// <summary>
    /// How often a model is asked at most when it is throttled, unavailable or being loaded. Default 4; 1 to 10.
    /// </summary>
    [Range(1, 10)]
    public int ModelAttempts { get; set; } = 4;

    /// <summary>Longest time in seconds that is spent on waiting between attempts. Default 8; 0 to 60.</summary>
    [Range(0, 60)]
    public int ModelRetrySeconds { get; set; } = 8;
}
