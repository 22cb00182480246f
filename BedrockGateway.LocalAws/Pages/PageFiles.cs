using System.Collections.Frozen;

namespace BedrockGateway.LocalAws.Pages;

/// <summary>The page, <c>GET /_local/</c>, and the files below <c>/_local/page/</c> that it is made of.</summary>
internal static class PageFiles
{
    public const string Root = "/_local";

    private const string Prefix = "Pages/";

    // Nothing but what comes from here; no inline script or style, no HTML made of text, no frame around it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static readonly FrozenDictionary<string, byte[]> Files = Load();

    public static void MapPageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Root}/", (RequestDelegate)SendPageAsync);
        routes.MapGet($"{Root}/page/{{file}}", (RequestDelegate)SendFileAsync);
    }

    private static Task SendPageAsync(HttpContext http)
    {
        // The page's links are relative to the folder.
        if (!http.Request.Path.Value!.EndsWith('/'))
        {
            http.Response.Redirect($"{Root}/");
            return Task.CompletedTask;
        }

        return SendAsync(http, "index.html");
    }

    private static Task SendFileAsync(HttpContext http) => SendAsync(http, (string)http.Request.RouteValues["file"]!);

    private static async Task SendAsync(HttpContext http, string name)
    {
        if (!Files.TryGetValue(name, out var content))
        {
            await PageReply.FailAsync(http, StatusCodes.Status404NotFound, $"The page has no file '{name}'.");
            return;
        }

        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.ContentType = TypeOf(name);
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };

    private static FrozenDictionary<string, byte[]> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return content;
            });
    }
}
