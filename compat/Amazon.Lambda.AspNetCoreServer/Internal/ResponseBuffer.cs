using System.Buffers;
using System.IO.Pipelines;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>A reply's body in memory, behind the pipe that ASP.NET Core writes to.</summary>
internal sealed class ResponseBuffer : PipeWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _flushed;

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer.WrittenCount - _flushed;

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null) => _flushed = _buffer.WrittenCount;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _flushed = _buffer.WrittenCount;
        return new(new FlushResult(isCanceled: false, isCompleted: false));
    }
}
