namespace BedrockGateway.Bench.Streams.Client;

/// <summary>Sees the end of a chunked body by its last bytes, without taking the chunks apart.</summary>
internal sealed class ChunkedEnd
{
    private readonly byte[] _tail = new byte[End.Length];

    private static ReadOnlySpan<byte> End => "\r\n0\r\n\r\n"u8;

    public void Start() => "\r\n"u8.CopyTo(_tail.AsSpan(^2..));

    /// <summary>Takes what came next.</summary>
    /// <returns>Whether that was the end.</returns>
    public bool Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= _tail.Length)
        {
            bytes[^_tail.Length..].CopyTo(_tail);
        }
        else
        {
            _tail.AsSpan(bytes.Length..).CopyTo(_tail);
            bytes.CopyTo(_tail.AsSpan(^bytes.Length..));
        }

        return _tail.AsSpan().SequenceEqual(End);
    }
}
