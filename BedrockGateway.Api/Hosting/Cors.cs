using BedrockGateway.Api.Anthropic;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Hosting;

/// <summary>CORS for browsers: API Gateway adds nothing to what functions answer, so every reply has it.</summary>
/// <param name="origins">Origins separated by commas, or <c>*</c>, which is the default.</param>
internal sealed class Cors(string? origins)
{
    /// <summary>Setting with the origins whose pages may call the API.</summary>
    public const string OriginsKey = "CORS_ORIGINS";

    /// <summary>Headers that pages may read: ids, what was asked of Bedrock, and when to try again.</summary>
    public const string ExposedHeaders =
        $"{RequestId.HeaderName},{AnthropicDialect.RequestIdHeader},"
        + $"{AttemptLog.ModelHeader},{AttemptLog.AttemptsHeader},{Concessions.Header},"
        + "Retry-After,x-should-retry,x-amzn-RequestId,x-amzn-ErrorType,x-amz-apigw-id";

    private const string AnyOrigin = "*";

    private readonly string[] _origins = string.IsNullOrWhiteSpace(origins)
        ? [AnyOrigin]
        : origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public Task AddHeadersAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.AccessControlAllowOrigin = OriginFor(http.Request);
        http.Response.Headers.AccessControlExposeHeaders = ExposedHeaders;
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
