namespace BedrockGateway.Api.Hosting;

/// <summary>GET /openapi.json: all routes of the API, as the file of that name in docs has them.</summary>
internal static class OpenApiDocument
{
    private static readonly Lazy<byte[]> Content = new(Read);

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/openapi.json", ["GET"], (RequestDelegate)AnswerAsync);

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Content.Value.Length;
        http.Response.Headers.CacheControl = "public, max-age=300";
        return http.Response.Body.WriteAsync(Content.Value, http.RequestAborted).AsTask();
    }

    private static byte[] Read()
    {
        using var document = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The document is not embedded.");
        var bytes = new byte[document.Length];
        document.ReadExactly(bytes);
        return bytes;
    }
}
