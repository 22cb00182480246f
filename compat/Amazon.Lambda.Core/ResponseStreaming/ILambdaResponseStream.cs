#nullable enable
namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>The runtime's end of a streamed response.</summary>
internal interface ILambdaResponseStream
{
    /// <summary>Bytes written so far, without the prelude.</summary>
    long BytesWritten { get; }

    /// <summary>Sends the bytes at once; the first call sends the prelude before them, also where there are none.</summary>
    /// <exception cref="IOException">The Runtime API is gone.</exception>
    /// <exception cref="InvalidOperationException">The response has ended.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
