#pragma warning disable CA2252 // Response streaming is in preview, and off unless the application asks for it.
using System.Buffers;
using System.IO.Pipelines;
using Amazon.Lambda.Core.ResponseStreaming;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>A reply's body that leaves with every flush, behind the pipe that ASP.NET Core writes to.</summary>
internal sealed class StreamedBody(InvocationFeatures features) : PipeWriter
{
    private static readonly FlushResult Sent = new(isCanceled: false, isCompleted: false);
    private static readonly FlushResult NobodyReads = new(isCanceled: false, isCompleted: true);

    private readonly ArrayBufferWriter<byte> _pending = new();
    private LambdaResponseStream? _stream;
    private bool _isLost;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _pending.WrittenCount;

    public override void Advance(int bytes) => _pending.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _pending.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _pending.GetSpan(sizeHint);

    public override void CancelPendingFlush()
    {
        // A flush ends by itself: at the latest, Lambda ends the invocation.
    }

    public override void Complete(Exception? exception = null)
    {
        // What is pending leaves when the pipeline is done.
    }

    /// <summary>Puts another body in the place of one of which nothing has left.</summary>
    public void Replace(ReadOnlySpan<byte> body)
    {
        _pending.ResetWrittenCount();
        _pending.Write(body);
    }

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flushed = await SendAsync(_pending.WrittenMemory, cancellationToken);
        _pending.ResetWrittenCount();
        return flushed;
    }

    // Streams over this writer come here: what they write leaves at once, and is not copied first.
    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_pending.WrittenCount == 0)
        {
            return SendAsync(source, cancellationToken);
        }

        _pending.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    private async ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isLost)
        {
            return NobodyReads;
        }

        await features.StartAsync(cancellationToken);
        try
        {
            _stream ??= LambdaResponseStreamFactory.CreateHttpStream(RestApiPrelude.Of(features));
            await _stream.SendAsync(bytes, CancellationToken.None);
            return Sent;
        }
        catch (IOException)
        {
            // As on Kestrel, whoever writes learns of it through the request's token.
            _isLost = true;
            features.Lose();
            return NobodyReads;
        }
    }
}
