using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>
/// Lambda's Runtime API for one invocation: hands out the event, and keeps what the function reports.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TaskCompletionSource<(string Kind, string Body)> _report = new();
    private readonly TimeSpan _timeout;
    private readonly string? _trace;
    private string? _event;

    private RuntimeApi(WebApplication server, string? request, TimeSpan timeout, string? trace)
    {
        _server = server;
        _event = request;
        _timeout = timeout;
        _trace = trace;
    }

    public string Address => new Uri(_server.Urls.Single()).Authority;

    public Task<(string Kind, string Body)> ReportAsync() =>
        _report.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <param name="request">The event; <see langword="null"/> for none.</param>
    /// <param name="timeout">Time until the invocation's deadline; 29 s if not given.</param>
    /// <param name="trace">X-Ray's header of the invocation; <see langword="null"/> for none.</param>
    public static async Task<RuntimeApi> StartAsync(string? request, TimeSpan? timeout = null, string? trace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var api = new RuntimeApi(builder.Build(), request, timeout ?? TimeSpan.FromSeconds(29), trace);
        var runtime = api._server.MapGroup("/2018-06-01/runtime");
        runtime.MapGet("/invocation/next", api.NextAsync);
        runtime.MapPost("/invocation/{id}/{kind}", api.TakeAsync);
        runtime.MapPost("/init/error", (HttpContext http) => api.TakeAsync(http, "init/error"));
        await api._server.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task NextAsync(HttpContext http)
    {
        if (Interlocked.Exchange(ref _event, null) is not { } request)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
            return;
        }

        http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = Guid.NewGuid().ToString();
        http.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
            $"{TimeProvider.System.GetUtcNow().Add(_timeout).ToUnixTimeMilliseconds()}";
        http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
            "arn:aws:lambda:eu-west-1:000000000000:function:f";
        if (_trace is not null)
        {
            http.Response.Headers["Lambda-Runtime-Trace-Id"] = _trace;
        }

        await http.Response.WriteAsync(request, http.RequestAborted);
    }

    private async Task TakeAsync(HttpContext http, string kind)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        _report.TrySetResult((kind, body));
    }
}
