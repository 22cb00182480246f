namespace BedrockGateway.Api.Hosting;

/// <summary>CORS for browsers: API Gateway adds nothing to what functions answer, so every reply has it.</summary>
internal static class Cors
{
    public static Task AddHeadersAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = "x-request-id,x-amzn-RequestId,x-amz-apigw-id";
        return next(http);
    }

    /// <summary>
    /// Answers the preflight of one route; in production the gateway's own mock does, with the same values.
    /// </summary>
    public static void MapPreflight(this IEndpointRouteBuilder routes, string pattern) =>
        routes.MapMethods(pattern, ["OPTIONS"], (RequestDelegate)AnswerPreflight);

    private static Task AnswerPreflight(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowHeaders = "*,Authorization";
        http.Response.Headers.AccessControlAllowMethods = "GET,POST,OPTIONS";
        http.Response.Headers.AccessControlMaxAge = "7200";
        return Task.CompletedTask;
    }
}
