using System.Buffers;
using System.IO.Pipelines;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>A streamed reply on its way from a process to whoever invoked the function.</summary>
/// <param name="isPassedOn">Whether somebody reads it while it comes.</param>
/// <param name="maxKeptBytes">How much of it is kept for who looks at it afterwards.</param>
internal sealed class ReplyStream(bool isPassedOn, int maxKeptBytes)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _kept = new();

    // A process that is faster than the reader waits: the pipe holds 64 KiB.
    private readonly Pipe _pipe = new(new PipeOptions(useSynchronizationContext: false));
    private bool _isPassedOn = isPassedOn;

    public PipeReader Body => _pipe.Reader;

    /// <summary>Bytes that came, kept or not.</summary>
    public long Bytes { get; private set; }

    /// <summary>The first bytes that came, up to the number that is kept.</summary>
    public ReadOnlyMemory<byte> Kept
    {
        get
        {
            lock (_gate)
            {
                return _kept.WrittenSpan.ToArray();
            }
        }
    }

    /// <summary>Returns once there is room for more.</summary>
    public async ValueTask WriteAsync(ReadOnlySequence<byte> bytes, CancellationToken cancellationToken)
    {
        Keep(bytes);
        if (!_isPassedOn)
        {
            return;
        }

        foreach (var segment in bytes)
        {
            _pipe.Writer.Write(segment.Span);
        }

        // A reader that has left stops nothing: the function is not told.
        _isPassedOn = !(await _pipe.Writer.FlushAsync(cancellationToken)).IsCompleted;
    }

    public ValueTask EndAsync() => _pipe.Writer.CompleteAsync();

    private void Keep(ReadOnlySequence<byte> bytes)
    {
        Bytes += bytes.Length;
        lock (_gate)
        {
            foreach (var segment in bytes.Slice(0, Math.Min(bytes.Length, maxKeptBytes - _kept.WrittenCount)))
            {
                _kept.Write(segment.Span);
            }
        }
    }
}
