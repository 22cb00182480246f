namespace BedrockGateway.Api.Hosting;

/// <summary>One line for every request, with nothing in it that the client chose freely.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = clock.GetTimestamp();
        var requestId = RequestId.Of(http);
        http.Response.Headers[RequestId.HeaderName] = requestId;
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var milliseconds = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 3);
            LogRequest(requestId, KnownMethod(http.Request.Method), route, http.Response.StatusCode, milliseconds);
        }
    }

    private static string KnownMethod(string method) => method switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" => method,
        _ => "(other)",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{RequestId} {Method} {Route} {Status} in {DurationMs} ms")]
    private partial void LogRequest(string requestId, string method, string route, int status, double durationMs);
}
