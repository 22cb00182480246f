using System.Diagnostics;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>The span of a request that came from outside, with what HTTP's conventions say about it.</summary>
/// <remarks>
/// Not the one that ASP.NET Core would make: its source is every web application's in this process, of which the
/// emulator is one. Source: https://opentelemetry.io/docs/specs/semconv/http/http-spans/
/// </remarks>
internal static class ServerSpan
{
    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(HttpContext http, string name)
    {
        if (!Instruments.Spans.HasListeners())
        {
            return null;
        }

        // One of ASP.NET Core's own would never be exported, and is no parent.
        Activity.Current = null;
        var request = http.Request;
        var span = Instruments.Spans.StartActivity(name, ActivityKind.Server, ParentOf(request.Headers));
        if (request.Headers.UserAgent.ToString() is { Length: > 0 } agent)
        {
            span?.SetTag("user_agent.original", agent);
        }

        return span?
            .SetTag("http.request.method", request.Method)
            .SetTag("url.scheme", request.Scheme)
            .SetTag("url.path", request.Path.Value)
            .SetTag("server.address", request.Host.Host)
            .SetTag("server.port", http.Connection.LocalPort)
            .SetTag("network.protocol.version", request.Protocol.Split('/')[^1]);
    }

    /// <param name="span">The span.</param>
    /// <param name="status">HTTP status of the reply.</param>
    /// <param name="error">What the failure is called; <see langword="null"/> where there is none.</param>
    public static void End(Activity? span, int status, string? error)
    {
        span?.SetTag("http.response.status_code", status);
        if (error is not null)
        {
            span?.SetTag("error.type", error);
        }

        // To a server, what the client did wrong is no error.
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Stop();
    }

    private static ActivityContext ParentOf(IHeaderDictionary headers) =>
        ActivityContext.TryParse(
            headers.TraceParent.ToString(), headers.TraceState.ToString(), isRemote: true, out var context)
            ? context
            : XRayHeader.ContextOf(headers["X-Amzn-Trace-Id"]);
}
