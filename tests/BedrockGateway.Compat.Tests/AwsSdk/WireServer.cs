using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>Records what clients send and answers with prepared bytes, the last ones again and again.</summary>
public sealed class WireServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<PreparedReply> _replies = new();
    private readonly WebApplication _app;
    private PreparedReply _last = new(200, "application/json", Encoding.UTF8.GetBytes("{}"), []);

    private WireServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public static async Task<WireServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new WireServer();
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Starts a server with one reply.</summary>
    public static async Task<WireServer> AnsweringAsync(
        int status, string body, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        var server = await StartAsync(cancellationToken);
        server.Prepare(status, body, headers);
        return server;
    }

    public void Prepare(int status, string body, params (string Name, string Value)[] headers)
    {
        var type = body.StartsWith('<') ? "text/xml" : "application/json";
        _replies.Enqueue(new PreparedReply(status, type, Encoding.UTF8.GetBytes(body), headers));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _requests.Enqueue(new RecordedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(
                header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            body.ToArray()));

        var reply = _replies.TryDequeue(out var next) ? _last = next : _last;
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    private sealed record PreparedReply(
        int Status, string ContentType, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers);
}
