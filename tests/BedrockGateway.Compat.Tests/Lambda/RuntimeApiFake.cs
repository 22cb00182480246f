using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary>A Runtime API that hands out what a test gives it and keeps what it is told.</summary>
internal sealed class RuntimeApiFake : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<RuntimeEvent> _events = Channel.CreateUnbounded<RuntimeEvent>();
    private readonly Channel<RuntimePost> _posts = Channel.CreateUnbounded<RuntimePost>();
    private readonly ConcurrentDictionary<string, Channel<string>> _pieces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connections = [];
    private readonly TaskCompletionSource _polled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RuntimeApiFake(WebApplication app) => _app = app;

    /// <summary>What <c>AWS_LAMBDA_RUNTIME_API</c> is to be.</summary>
    public string Address => new Uri(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;

    /// <summary>Completes with the first poll.</summary>
    public Task Polled => _polled.Task;

    /// <summary>Status of every poll; 200 waits for an event.</summary>
    public int PollStatus { get; set; } = StatusCodes.Status200OK;

    /// <summary>Status of every post.</summary>
    public int PostStatus { get; set; } = StatusCodes.Status202Accepted;

    public static async Task<RuntimeApiFake> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port, listener => listener.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var fake = new RuntimeApiFake(app);
        app.Run(fake.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public void Send(string payload, string id = "id-1", params (string Name, string Value)[] headers) =>
        _events.Writer.TryWrite(new(id, payload, headers));

    /// <summary>The next thing that the function posts.</summary>
    public async Task<RuntimePost> PostedAsync() => await _posts.Reader
        .ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>How many connections brought posts.</summary>
    public int PostingConnections => _connections.Count;

    /// <summary>The next piece of the body of an event's response, as it came over the network.</summary>
    public async Task<string> PieceAsync(string id) => await PiecesOf($"/2018-06-01/runtime/invocation/{id}/response")
        .Reader
        .ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Path == "/2018-06-01/runtime/invocation/next")
        {
            await NextAsync(http);
            return;
        }

        _connections.Add(http.Connection.Id);
        var body = await ReadAsync(http);
        _posts.Writer.TryWrite(new(http.Request.Path.ToString()["/2018-06-01/runtime".Length..], body, Texts(http.Request.Headers))
        {
            Trailers = Texts(http.Features.GetRequiredFeature<IHttpRequestTrailersFeature>().Trailers),
        });
        var reply = "{\"status\":\"OK\"}"u8.ToArray();
        http.Response.StatusCode = PostStatus;
        http.Response.ContentLength = reply.Length;
        await http.Response.Body.WriteAsync(reply, http.RequestAborted);
    }

    private async Task<string> ReadAsync(HttpContext http)
    {
        var body = new StringBuilder();
        var decoder = Encoding.UTF8.GetDecoder();
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            var text = new ArrayBufferWriter<char>();
            decoder.Convert(read.Buffer, text, read.IsCompleted, out _, out _);
            if (text.WrittenCount > 0)
            {
                body.Append(text.WrittenSpan);
                PiecesOf(http.Request.Path).Writer.TryWrite(text.WrittenSpan.ToString());
            }

            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return body.ToString();
            }
        }
    }

    private Channel<string> PiecesOf(string path) => _pieces.GetOrAdd(path, _ => Channel.CreateUnbounded<string>());

    private static Dictionary<string, string> Texts(IHeaderDictionary headers) => headers.ToDictionary(
        header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private async Task NextAsync(HttpContext http)
    {
        _polled.TrySetResult();
        http.Response.StatusCode = PollStatus;
        if (PollStatus != StatusCodes.Status200OK)
        {
            return;
        }

        try
        {
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stopping.Token);
            var next = await _events.Reader.ReadAsync(leaving.Token);
            http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = next.Id;
            foreach (var (name, value) in next.Headers)
            {
                http.Response.Headers[name] = value;
            }

            await http.Response.WriteAsync(next.Payload, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private sealed record RuntimeEvent(string Id, string Payload, (string Name, string Value)[] Headers);
}

/// <summary>A result that a function posted.</summary>
internal sealed record RuntimePost(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What came behind the body; empty where nothing did.</summary>
    public required IReadOnlyDictionary<string, string> Trailers { get; init; }
}
