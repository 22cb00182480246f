using Amazon.CDK.AWS.APIGateway;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// API Gateway's own errors in the gateway's JSON. One body serves every dialect that clients speak: ours
/// (<c>status</c>, <c>success</c>, <c>message</c>), OpenAI's and Anthropic's (<c>type</c>, <c>error</c>).
/// </summary>
internal static class GatewayResponses
{
    // Not those of request validators and of mappings by media type, of which the API has none.
    private static readonly (string Type, int? Status, string Error)[] Errors =
    [
        ("ACCESS_DENIED", 403, "permission_error"),
        ("API_CONFIGURATION_ERROR", 500, "api_error"),
        ("AUTHORIZER_CONFIGURATION_ERROR", 500, "api_error"),
        ("AUTHORIZER_FAILURE", 500, "api_error"),
        ("DEFAULT_4XX", null, "invalid_request_error"),
        ("DEFAULT_5XX", null, "api_error"),
        ("EXPIRED_TOKEN", 403, "permission_error"),
        ("INTEGRATION_FAILURE", 502, "api_error"),
        ("INTEGRATION_TIMEOUT", 504, "api_error"),
        ("INVALID_API_KEY", 403, "permission_error"),
        ("INVALID_SIGNATURE", 403, "permission_error"),
        ("MISSING_AUTHENTICATION_TOKEN", 403, "permission_error"),
        ("QUOTA_EXCEEDED", 429, "insufficient_quota"),
        ("REQUEST_TOO_LARGE", 413, "request_too_large"),
        ("RESOURCE_NOT_FOUND", 404, "not_found_error"),
        ("THROTTLED", 429, "rate_limit_error"),
        ("UNAUTHORIZED", 401, "authentication_error"),
    ];

    private static readonly (string Type, int? Status, string Error) OfTheFirewall =
        ("WAF_FILTERED", 403, "permission_error");

    public static void AddTo(RestApi api, GatewaySettings settings)
    {
        foreach (var (type, status, error) in settings.EnableWaf ? [.. Errors, OfTheFirewall] : Errors)
        {
            api.AddGatewayResponse(type, new GatewayResponseOptions
            {
                Type = ResponseType_.Of(type),
                StatusCode = status is null ? null : $"{status}",
                ResponseHeaders = Headers(type, settings),
                Templates = new Dictionary<string, string> { ["application/json"] = Body(status, error) },
            });
        }
    }

    // The message is a JSON string with its quotes; the rest of the template is text. What has no type of its own keeps
    // the status that API Gateway gives it, which no variable of the template knows.
    private static string Body(int? status, string error) =>
        "{\"message\":$context.error.messageString,"
        + (status is null ? "" : $"\"status\":{status},")
        + "\"success\":false,\"type\":\"error\","
        + $"\"error\":{{\"type\":\"{error}\",\"code\":\"{error}\",\"message\":$context.error.messageString}}}}";

    private static Dictionary<string, string> Headers(string type, GatewaySettings settings)
    {
        var headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Origin"] = $"'{Cors.ErrorOrigin(settings)}'",
            ["Access-Control-Allow-Headers"] = $"'{Cors.AllowHeaders}'",
            ["Access-Control-Expose-Headers"] = $"'{Cors.ExposeHeaders}'",
        };
        if (Cors.ErrorOrigin(settings) is not "*")
        {
            headers["Vary"] = "'Origin'";
        }

        if (type == "THROTTLED")
        {
            headers["Retry-After"] = "'1'";
        }
        else if (type == "QUOTA_EXCEEDED")
        {
            // Official SDKs of OpenAI and Anthropic would retry a 429 that no wait can cure.
            headers["x-should-retry"] = "'false'";
        }

        return headers;
    }
}
