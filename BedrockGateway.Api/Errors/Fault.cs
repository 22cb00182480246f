namespace BedrockGateway.Api.Errors;

/// <summary>What a client is told about a failure, before a dialect gives it its form.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">For people.</param>
internal sealed record Fault(int Status, string Message)
{
    /// <summary>AWS's name of the error; <see langword="null"/> where the failure is not AWS's.</summary>
    public string? AwsCode { get; init; }

    /// <summary>AWS's own status, which may not be what it means for HTTP clients.</summary>
    public int? AwsStatus { get; init; }

    /// <summary>What is wrong, in one word.</summary>
    public string? Code { get; init; }

    /// <summary>The part of the request that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>When another attempt makes sense; <see langword="null"/> where nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
