namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>How API Gateway words a failure by default.</summary>
/// <param name="ResponseType">Name of the gateway response that customises it.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">Text of the body.</param>
/// <param name="ErrorType">Value of <c>x-amzn-ErrorType</c>.</param>
/// <param name="Spaced">Whether the body is written with a space after the colon.</param>
internal sealed record FailureText(string ResponseType, int Status, string Message, string ErrorType, bool Spaced)
{
    /// <summary>Gateway response that counts where the type has none of its own.</summary>
    public string FallbackType => Status < StatusCodes.Status500InternalServerError ? "DEFAULT_4XX" : "DEFAULT_5XX";
}

/// <summary>API Gateway's default texts.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
/// </remarks>
internal static class FailureTexts
{
    private const string InternalError = "Internal server error";

    private const string InternalErrorType = "InternalServerErrorException";

    private const string BadRequestType = "BadRequestException";

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    public static FailureText Describe(this GatewayFailure failure) => failure switch
    {
        GatewayFailure.UnknownStage => Compact("ACCESS_DENIED", 403, "Forbidden", "ForbiddenException"),
        GatewayFailure.HeadersTooLarge => Compact(
            "REQUEST_TOO_LARGE", 413, "HTTP header is larger than 10240 bytes.", "RequestTooLargeException"),
        GatewayFailure.MissingAuthenticationToken => Compact(
            "MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token", "MissingAuthenticationTokenException"),
        GatewayFailure.Unauthorized => Compact("UNAUTHORIZED", 401, "Unauthorized", "UnauthorizedException"),
        GatewayFailure.TokenExpired => Compact(
            "UNAUTHORIZED", 401, "The incoming token has expired", "UnauthorizedException"),
        GatewayFailure.InvalidApiKey => Compact("INVALID_API_KEY", 403, "Forbidden", "ForbiddenException"),
        GatewayFailure.Throttled => Compact("THROTTLED", 429, "Too Many Requests", "TooManyRequestsException"),
        GatewayFailure.QuotaExceeded => Compact("QUOTA_EXCEEDED", 429, "Limit Exceeded", "LimitExceededException"),
        GatewayFailure.BadRequestParameters => Spaced(
            "BAD_REQUEST_PARAMETERS", 400, "Missing required request parameters", BadRequestType),
        GatewayFailure.BadRequestBody => Spaced("BAD_REQUEST_BODY", 400, "Invalid request body", BadRequestType),
        GatewayFailure.UnsupportedMediaType => Spaced(
            "UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type", BadRequestType),
        GatewayFailure.RequestTooLarge => Compact(
            "REQUEST_TOO_LARGE", 413, "Request Too Long", "RequestTooLargeException"),
        GatewayFailure.ApiConfigurationError => Spaced(
            "API_CONFIGURATION_ERROR", 500, InternalError, InternalErrorType),
        GatewayFailure.IntegrationFailed => Spaced("INTEGRATION_FAILURE", 502, InternalError, InternalErrorType),
        GatewayFailure.IntegrationTimeout => Spaced(
            "INTEGRATION_TIMEOUT", 504, "Endpoint request timed out", InternalErrorType),
    };
#pragma warning restore CS8524

    private static FailureText Compact(string responseType, int status, string message, string errorType) =>
        new(responseType, status, message, errorType, Spaced: false);

    private static FailureText Spaced(string responseType, int status, string message, string errorType) =>
        new(responseType, status, message, errorType, Spaced: true);
}
