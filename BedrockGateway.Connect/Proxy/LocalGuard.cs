using Microsoft.Extensions.Primitives;

namespace BedrockGateway.Connect.Proxy;

/// <summary>
/// Lets programs of this machine in and web pages not: neither by a name that leads to this machine (DNS rebinding),
/// nor by a request from another origin.
/// </summary>
internal static class LocalGuard
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (!IsLocal(request.Host.Host))
        {
            await RefuseAsync(http, "Only names of this machine lead here.");
        }
        else if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin, request)
            || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            await RefuseAsync(http, "Web pages may not use this login.");
        }
        else
        {
            await next(http);
        }
    }

    private static bool IsLocal(string host) =>
        host is "127.0.0.1" or "[::1]"
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 1 && origin[0] == $"{request.Scheme}://{request.Host}";

    private static Task RefuseAsync(HttpContext http, string message) =>
        ErrorBody.AnswerAsync(http, StatusCodes.Status403Forbidden, "permission_error", message);
}
