using System.Net;
using Microsoft.Net.Http.Headers;

namespace BedrockGateway.LocalAws.Pages;

/// <summary>
/// Keeps web pages of other origins away from everything under <c>/_local/</c>, where credentials, codes and events
/// are shown and functions are invoked.
/// </summary>
/// <remarks>
/// A name that was rebound to our address shows in <c>Host</c>: then it is one that DNS can give to others, which
/// addresses, single labels (a container's name) and names below <c>localhost</c> and <c>internal</c> are not. A
/// request made by another page shows in <c>Origin</c> and <c>Sec-Fetch-Site</c>. Clients that are no browsers send
/// neither of those, and are let through.
/// </remarks>
internal static class CrossSiteGuard
{
    private const string SecFetchSite = "Sec-Fetch-Site";

    public static void UseCrossSiteGuard(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Request.Path.StartsWithSegments(PageFiles.Root, StringComparison.OrdinalIgnoreCase)
        && WhyNot(http.Request) is { } reason
            ? PageReply.FailAsync(http, StatusCodes.Status403Forbidden, reason)
            : next(http));

    private static string? WhyNot(HttpRequest request)
    {
        if (!CannotBeRebound(request.Host.Host))
        {
            return $"The host '{request.Host.Host}' is not a name of this machine. Use localhost or 127.0.0.1.";
        }

        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return reads || IsOwnPage(request) ? null : "A page of another origin may not do that.";
    }

    // localhost and what is below it never leave the machine (RFC 6761, 6.3); "internal" is nobody's in public DNS.
    private static bool CannotBeRebound(string host) =>
        (host.Length > 0 && !host.Contains('.', StringComparison.Ordinal))
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out _);

    private static bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers[SecFetchSite].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0
                || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
