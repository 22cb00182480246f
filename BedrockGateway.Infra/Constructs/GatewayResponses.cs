using Amazon.CDK.AWS.APIGateway;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// API Gateway's own errors in the gateway's JSON. One body serves every dialect that clients speak: ours
/// (<c>status</c>, <c>success</c>, <c>message</c>), OpenAI's and Anthropic's (<c>type</c>, <c>error</c>).
/// </summary>
internal static class GatewayResponses
{
    private const string Default4Xx = "DEFAULT_4XX";
    private const string Default5Xx = "DEFAULT_5XX";

    // The two defaults stand for every kind without a response of its own, and keep the status that API Gateway gives
    // it, which no variable of a template knows: 403 for a missing or foreign key, an unknown route and the firewall,
    // and 500 for the gateway's own trouble. Others there are only of request validators and of mappings by media
    // type, of which the API has none. Source:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
    private static readonly (string Type, int Status, string Error)[] Errors =
    [
        (Default4Xx, 403, "permission_error"),
        (Default5Xx, 500, "api_error"),
        ("INTEGRATION_FAILURE", 502, "api_error"),
        ("INTEGRATION_TIMEOUT", 504, "api_error"),
        ("QUOTA_EXCEEDED", 429, "insufficient_quota"),
        ("REQUEST_TOO_LARGE", 413, "request_too_large"),
        ("RESOURCE_NOT_FOUND", 404, "not_found_error"),
        ("THROTTLED", 429, "rate_limit_error"),
        ("UNAUTHORIZED", 401, "authentication_error"),
    ];

    public static void AddTo(RestApi api, GatewaySettings settings)
    {
        foreach (var (type, status, error) in Errors)
        {
            api.AddGatewayResponse(type, new GatewayResponseOptions
            {
                Type = ResponseType_.Of(type),
                StatusCode = type is Default4Xx or Default5Xx ? null : $"{status}",
                ResponseHeaders = Headers(type, settings),
                Templates = new Dictionary<string, string> { ["application/json"] = Body(status, error) },
            });
        }
    }

    // The message is a JSON string with its quotes; the rest of the template is text.
    private static string Body(int status, string error) =>
        "{\"message\":$context.error.messageString,"
        + $"\"status\":{status},\"success\":false,\"type\":\"error\","
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
