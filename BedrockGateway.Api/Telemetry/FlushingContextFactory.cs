using BedrockGateway.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.Api.Telemetry;

/// <summary>
/// Sends what a request left to export before its reply goes to Lambda, which then freezes the process.
/// </summary>
/// <remarks>
/// The host disposes of a request's context after it has ended the request's span and measured it, and before Lambda's
/// hosting posts the reply; no middleware comes so late.
/// </remarks>
internal sealed class FlushingContextFactory(IServiceProvider services, TelemetryFlush flush) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection) => _contexts.Create(featureCollection);

    public void Dispose(HttpContext httpContext)
    {
        _contexts.Dispose(httpContext);
        flush.Run();
    }
}
