using System.Runtime.Versioning;

namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>Where a function writes what it streams. Each write is sent at once; it can neither seek nor be read.</summary>
[RequiresPreviewFeatures(LambdaResponseStreamFactory.PreviewMessage)]
public class LambdaResponseStream : Stream
{
    private readonly ILambdaResponseStream _response;

    internal LambdaResponseStream(ILambdaResponseStream response) => _response = response;

    public long BytesWritten => _response.BytesWritten;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>The same as <see cref="BytesWritten"/>.</summary>
    public override long Length => BytesWritten;

    public override long Position
    {
        get => throw new NotSupportedException("A response stream cannot seek.");
        set => throw new NotSupportedException("A response stream cannot seek.");
    }

    public async Task WriteAsync(byte[] buffer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        await SendAsync(buffer, cancellationToken);
    }

    public override async Task WriteAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken = default) =>
        await SendAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Does nothing: what is written is sent already.</summary>
    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotImplementedException("A response stream cannot seek.");

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotImplementedException("A response stream cannot be read.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        throw new NotImplementedException("A response stream cannot be read.");

    public override void SetLength(long value) =>
        throw new NotSupportedException("A response stream has no length to set.");

    // What Stream offers for memory may copy it, and a write of nothing sends the prelude only here.
    internal ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _response.WriteAsync(bytes, cancellationToken);
}
