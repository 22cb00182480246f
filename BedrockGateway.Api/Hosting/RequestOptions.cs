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
}
