namespace BedrockGateway.Api.Hosting;

/// <summary>A browser's question before it sends a request.</summary>
internal static class PreflightExtensions
{
    /// <summary>Verbs of the routes to models, whose preflight the gateway's own mock answers in production.</summary>
    public const string OfModels = "GET,POST,OPTIONS";

    /// <summary>Verbs of the routes to accounts.</summary>
    public const string OfAccounts = "GET,POST,PUT,DELETE,OPTIONS";

    /// <summary>Answers the preflight of one route.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's.</param>
    /// <param name="verbs">What pages may do there and beside it.</param>
    public static void MapPreflight(this IEndpointRouteBuilder routes, string pattern, string verbs) =>
        routes.MapMethods(pattern, ["OPTIONS"], (RequestDelegate)(http => AnswerPreflight(http, verbs)));

    private static Task AnswerPreflight(HttpContext http, string verbs)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowHeaders = "*,Authorization";
        http.Response.Headers.AccessControlAllowMethods = verbs;
        http.Response.Headers.AccessControlMaxAge = "7200";
        return Task.CompletedTask;
    }
}
