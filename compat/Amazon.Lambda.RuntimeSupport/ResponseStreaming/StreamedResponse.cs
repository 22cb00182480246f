#nullable enable
using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Lambda.Core.ResponseStreaming;

namespace Amazon.Lambda.RuntimeSupport.ResponseStreaming;

/// <summary>
/// One response on its way: a post with a chunked body, a chunk for each write, and an error in the trailers.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html</remarks>
internal sealed class StreamedResponse(
    RuntimeApiConnections connections, string runtimeApi, string requestId, ReadOnlyMemory<byte> prelude)
    : ILambdaResponseStream
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string ErrorBody = "Lambda-Runtime-Function-Error-Body";

    // Up to here, copying into the frame is cheaper than another send.
    private const int MaxCopiedBytes = 16 * 1024;

    // One write at a time: a chunk must not get into another.
    private readonly SemaphoreSlim _gate = new(1);
    private RuntimeApiConnection? _connection;
    private bool _hasEnded;
    private bool _isLost;

    public long BytesWritten { get; private set; }

    /// <summary>Whether anything has been sent: until then, the invocation may fail in the ordinary way.</summary>
    public bool HasStarted => _connection is not null || _isLost;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_hasEnded)
            {
                throw new InvalidOperationException("Cannot write to a response stream that has ended.");
            }

            if (bytes.IsEmpty && HasStarted)
            {
                return;
            }

            await SendAsync(bytes, default);
            BytesWritten += bytes.Length;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends the response, and says what the Runtime API thinks of it.</summary>
    /// <exception cref="IOException">The Runtime API is gone.</exception>
    public Task<HttpStatusCode> CompleteAsync() => EndAsync("0\r\n\r\n"u8.ToArray());

    // 0\r\nLambda-Runtime-Function-Error-Type: T\r\nLambda-Runtime-Function-Error-Body: <base64 of JSON>\r\n\r\n
    /// <summary>Ends the response as failed.</summary>
    /// <exception cref="IOException">The Runtime API is gone.</exception>
    public Task<HttpStatusCode> FailAsync(Exception failure)
    {
        var body = Convert.ToBase64String(ErrorReport.Body(failure));
        return EndAsync(Encoding.ASCII.GetBytes(
            $"0\r\n{ErrorType}: {failure.GetType().Name}\r\n{ErrorBody}: {body}\r\n\r\n"));
    }

    private async Task<HttpStatusCode> EndAsync(ReadOnlyMemory<byte> end)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            _hasEnded = true;
            var connection = await SendAsync(default, end);
            var reply = await RuntimeApiReply.ReadAsync(connection);
            if (reply.IsReusable)
            {
                connections.Return(connection);
            }
            else
            {
                connection.Dispose();
            }

            return reply.Status;
        }
        catch (Exception lost) when (lost is SocketException or IOException)
        {
            throw Lose(lost);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<RuntimeApiConnection> SendAsync(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> end)
    {
        if (_isLost)
        {
            throw new IOException("The Runtime API went away.");
        }

        try
        {
            if (_connection is { } open)
            {
                open.Frame.ResetWrittenCount();
                await SendAsync(open, bytes, end);
                return open;
            }

            _connection = await connections.RentAsync();
            if (_connection.IsReused && !await TryStartAsync(_connection, bytes, end))
            {
                // Closed by the other end in the very moment in which it was taken up.
                _connection.Dispose();
                _connection = await connections.OpenAsync();
            }

            if (!_connection.IsReused)
            {
                WriteHead(_connection.Frame);
                await SendAsync(_connection, bytes, end);
            }

            return _connection;
        }
        catch (SocketException lost)
        {
            throw Lose(lost);
        }
    }

    private async ValueTask<bool> TryStartAsync(
        RuntimeApiConnection connection, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> end)
    {
        connection.Frame.ResetWrittenCount();
        WriteHead(connection.Frame);
        try
        {
            await SendAsync(connection, bytes, end);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async ValueTask SendAsync(
        RuntimeApiConnection connection, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> end)
    {
        var frame = connection.Frame;
        if (bytes.Length > MaxCopiedBytes)
        {
            WriteChunkSize(frame, bytes.Length);
            await connection.SendAsync(frame.WrittenMemory);
            await connection.SendAsync(bytes);
            frame.ResetWrittenCount();
            frame.Write("\r\n"u8);
        }
        else if (!bytes.IsEmpty)
        {
            WriteChunk(frame, bytes.Span);
        }

        frame.Write(end.Span);
        await connection.SendAsync(frame.WrittenMemory);
    }

    private IOException Lose(Exception cause)
    {
        _isLost = true;
        _connection?.Dispose();
        return new IOException("The Runtime API went away before it had the response.", cause);
    }

    // The prelude and what parts it from the body, eight times NUL, are one chunk.
    private void WriteHead(ArrayBufferWriter<byte> frame)
    {
        Encoding.ASCII.GetBytes(
            $"POST /2018-06-01/runtime/invocation/{requestId}/response HTTP/1.1\r\n"
            + $"Host: {runtimeApi}\r\n"
            + $"User-Agent: {LambdaBootstrap.UserAgent}\r\n"
            + "Content-Type: application/vnd.awslambda.http-integration-response\r\n"
            + "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + $"Trailer: {ErrorType}, {ErrorBody}\r\n\r\n",
            frame);
        if (!prelude.IsEmpty)
        {
            WriteChunkSize(frame, prelude.Length + 8);
            frame.Write(prelude.Span);
            frame.Write("\0\0\0\0\0\0\0\0\r\n"u8);
        }
    }

    private static void WriteChunk(ArrayBufferWriter<byte> frame, ReadOnlySpan<byte> bytes)
    {
        WriteChunkSize(frame, bytes.Length);
        frame.Write(bytes);
        frame.Write("\r\n"u8);
    }

    private static void WriteChunkSize(ArrayBufferWriter<byte> frame, int bytes)
    {
        bytes.TryFormat(frame.GetSpan(8), out var digits, "X", CultureInfo.InvariantCulture);
        frame.Advance(digits);
        frame.Write("\r\n"u8);
    }
}
