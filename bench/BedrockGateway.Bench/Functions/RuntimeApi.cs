using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using BedrockGateway.Bench.Wire;

namespace BedrockGateway.Bench.Functions;

/// <summary>The Lambda Runtime API for one process, on a raw socket: what it costs itself is next to nothing.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
internal sealed class RuntimeApi : IDisposable
{
    private const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    private readonly RawServer _server;
    private readonly Channel<(long Timestamp, Stream Connection)> _polls = Channel.CreateUnbounded<(long, Stream)>();
    private readonly Channel<Reply> _replies = Channel.CreateUnbounded<Reply>();

    public RuntimeApi() => _server = new(64 * 1024, ServeAsync);

    /// <summary>Value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => _server.Address;

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

    public void Dispose() => _server.Dispose();

    private async Task ServeAsync(WireRequest request, Stream connection)
    {
        var arrived = Stopwatch.GetTimestamp();
        if (request.IsGet)
        {
            await _polls.Writer.WriteAsync((arrived, connection));
            return;
        }

        await connection.WriteAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        await _replies.Writer.WriteAsync(new(arrived, request.Path, request.Body));
    }

    /// <summary>What a function posted.</summary>
    /// <param name="Timestamp">When all of it was here.</param>
    /// <param name="Path">Where to: <c>.../response</c>, or <c>.../error</c>.</param>
    /// <param name="Body">As text.</param>
    internal sealed record Reply(long Timestamp, string Path, string Body);
}
