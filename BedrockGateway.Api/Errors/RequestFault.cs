namespace BedrockGateway.Api.Errors;

/// <summary>A request that cannot be served as it is; the message is for the client.</summary>
internal sealed class RequestFault(int status, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>The part of the request that is wrong, such as <c>messages[0].content</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>What went wrong in one word, where the dialect has one.</summary>
    public string? Code { get; init; }

    /// <summary>When another attempt makes sense; <see langword="null"/> where nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RequestFault Invalid(string message, string? parameter = null) =>
        new(StatusCodes.Status400BadRequest, message) { Parameter = parameter };
}
