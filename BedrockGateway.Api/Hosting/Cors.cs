namespace BedrockGateway.Api.Hosting;

/// <summary>CORS for browsers: API Gateway adds nothing to what functions answer, so every reply has it.</summary>
/// <param name="origins">Origins separated by commas, or <c>*</c>, which is the default.</param>
internal sealed class Cors(string? origins)
{
    /// <summary>Setting with the origins whose pages may call the API.</summary>
    public const string OriginsKey = "CORS_ORIGINS";

    private const string AnyOrigin = "*";

    private readonly string[] _origins = string.IsNullOrWhiteSpace(origins)
        ? [AnyOrigin]
        : origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public Task AddHeadersAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.AccessControlAllowOrigin = OriginFor(http.Request);
        http.Response.Headers.AccessControlExposeHeaders = "x-request-id,x-amzn-RequestId,x-amz-apigw-id";
        if (_origins is not [AnyOrigin])
        {
            http.Response.Headers.Vary = "Origin";
        }

        return next(http);
    }

    // Whoever is not in the list reads that it is another's.
    private string OriginFor(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return _origins.Contains(origin, StringComparer.Ordinal) ? origin : _origins[0];
    }
}
