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
    private string? _event;

    private RuntimeApi(WebApplication server, string request)
    {
        _server = server;
        _event = request;
    }

    public string Address => new Uri(_server.Urls.Single()).Authority;

    public Task<(string Kind, string Body)> ReportAsync() =>
        _report.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    public static async Task<RuntimeApi> StartAsync(string request)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var api = new RuntimeApi(builder.Build(), request);
        var runtime = api._server.MapGroup("/2018-06-01/runtime/invocation");
        runtime.MapGet("/next", api.NextAsync);
        runtime.MapPost("/{id}/{kind}", api.TakeAsync);
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
            $"{TimeProvider.System.GetUtcNow().AddSeconds(29).ToUnixTimeMilliseconds()}";
        http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
            "arn:aws:lambda:eu-west-1:000000000000:function:f";
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
