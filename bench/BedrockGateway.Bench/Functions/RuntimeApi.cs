using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace BedrockGateway.Bench.Functions;

/// <summary>The Lambda Runtime API for one process, on a raw socket: what it costs itself is next to nothing.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
internal sealed class RuntimeApi : IDisposable
{
    private const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<(long Timestamp, Stream Connection)> _polls = Channel.CreateUnbounded<(long, Stream)>();
    private readonly Channel<Reply> _replies = Channel.CreateUnbounded<Reply>();

    public RuntimeApi()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Waits for the process to ask for an event.</summary>
    /// <returns>When it did, and the connection to answer on.</returns>
    public ValueTask<(long Timestamp, Stream Connection)> WaitForPollAsync(CancellationToken cancellationToken) =>
        _polls.Reader.ReadAsync(cancellationToken);

    /// <summary>Hands an event to a poll and waits for what the function posts.</summary>
    /// <returns>The time in between, and the reply.</returns>
    public async Task<(TimeSpan Elapsed, Reply Reply)> InvokeAsync(
        Stream poll, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var handed = Stopwatch.GetTimestamp();
        await poll.WriteAsync(payload, cancellationToken);
        var reply = await _replies.Reader.ReadAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(handed, reply.Timestamp), reply);
    }

    /// <summary>An event as the answer to a poll, head and body, ready to be written at once.</summary>
    public static byte[] AnswerOf(byte[] body, TimeSpan timeLimit, TimeProvider clock)
    {
        var deadline = (clock.GetUtcNow() + timeLimit).ToUnixTimeMilliseconds();
        var head = $"""
            HTTP/1.1 200 OK
            Content-Type: application/json
            Lambda-Runtime-Aws-Request-Id: {RequestId}
            Lambda-Runtime-Deadline-Ms: {deadline}
            Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:bench
            Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0
            Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                _ = ServeAsync(new NetworkStream(socket, ownsSocket: true));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(NetworkStream connection)
    {
        await using var _ = connection;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await RuntimeRequest.ReadAsync(connection, buffer, CancellationToken.None) is { } request)
            {
                var arrived = Stopwatch.GetTimestamp();
                if (request.IsPoll)
                {
                    await _polls.Writer.WriteAsync((arrived, connection));
                    continue;
                }

                await connection.WriteAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                await _replies.Writer.WriteAsync(new(arrived, request.Path, request.Body));
            }
        }
        catch (IOException)
        {
            // The process was ended in the middle of a poll.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What a function posted.</summary>
    /// <param name="Timestamp">When all of it was here.</param>
    /// <param name="Path">Where to: <c>.../response</c>, or <c>.../error</c>.</param>
    /// <param name="Body">As text.</param>
    internal sealed record Reply(long Timestamp, string Path, string Body);
}
