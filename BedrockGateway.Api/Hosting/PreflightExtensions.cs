namespace BedrockGateway.Api.Hosting;

/// <summary>A browser's question before it sends a request.</summary>
internal static class PreflightExtensions
{
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
