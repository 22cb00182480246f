namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Why the gateway answers a request itself.</summary>
internal enum GatewayFailure
{
    /// <summary>The API has no such stage, or there is no such API.</summary>
    UnknownStage,

    /// <summary>Request line and headers are over the limit.</summary>
    HeadersTooLarge,

    /// <summary>No method is deployed for the path and verb.</summary>
    MissingAuthenticationToken,

    /// <summary>No token, or one that does not count.</summary>
    Unauthorized,

    /// <summary>The token was good once.</summary>
    TokenExpired,

    /// <summary>No key, an unknown or disabled one, or one without a plan for the stage.</summary>
    InvalidApiKey,

    /// <summary>Over the rate and burst of a plan or a stage.</summary>
    Throttled,

    /// <summary>The plan's quota of the period is used up.</summary>
    QuotaExceeded,

    /// <summary>A required header, path or query parameter is missing or blank.</summary>
    BadRequestParameters,

    /// <summary>The body does not fit its model.</summary>
    BadRequestBody,

    /// <summary>The integration takes no content of this type.</summary>
    UnsupportedMediaType,

    /// <summary>The body is over the gateway's or Lambda's limit.</summary>
    RequestTooLarge,

    /// <summary>The integration cannot be called as it is configured.</summary>
    ApiConfigurationError,

    /// <summary>The function failed, or returned what is no proxy response.</summary>
    IntegrationFailed,

    /// <summary>The function took longer than the integration allows.</summary>
    IntegrationTimeout,
}

/// <summary>A request's end by the gateway.</summary>
/// <param name="Failure">The kind.</param>
/// <param name="Message">Text where it differs from request to request.</param>
/// <param name="Detail">
/// What a developer needs to know and the client does not; never content of request or reply.
/// </param>
internal sealed record Rejection(GatewayFailure Failure, string? Message = null, string? Detail = null)
{
    public FailureText Text { get; } = Failure.Describe();

    public string? ClientMessage => Message ?? Text.Message;
}
