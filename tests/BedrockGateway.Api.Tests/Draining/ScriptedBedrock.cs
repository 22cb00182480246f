using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Api.Tests.Draining;

/// <summary>A Bedrock Runtime on a port of its own, whose model writes when the test says so.</summary>
internal sealed class ScriptedBedrock : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedBedrock(WebApplication server) => _server = server;

    public string Address => _server.Urls.Single();

    /// <summary>The events of the one reply that is a stream.</summary>
    public EventSource Events { get; } = new();

    public static async Task<ScriptedBedrock> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var bedrock = new ScriptedBedrock(builder.Build());
        bedrock._server.MapPost("/model/{id}/converse-stream", bedrock.StreamAsync);
        bedrock._server.MapPost("/model/{id}/invoke", bedrock.HangAsync);
        await bedrock._server.StartAsync(TestContext.Current.CancellationToken);
        return bedrock;
    }

    /// <summary>Waits until the model has been asked.</summary>
    public Task UntilAskedAsync() =>
        _asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task StreamAsync(HttpContext http)
    {
        _asked.TrySetResult();
        http.Response.ContentType = "application/vnd.amazon.eventstream";
        await using var events = Events.Open();
        await events.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private Task HangAsync(HttpContext http)
    {
        _asked.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
    }
}
