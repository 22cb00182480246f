using System.Buffers.Binary;
using System.Text;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Upstream;

/// <summary>
/// Event streams as they come over a connection: in pieces that are no messages, or as what they are not.
/// </summary>
public sealed class EventStreamReaderTests
{
    private static readonly string Long = $$"""{"text":"{{new string('x', 10_000)}}"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(4095)]
    [InlineData(100_000)]
    public async Task Messages_AreReadWholeInWhateverPiecesTheyCome(int pieceBytes)
    {
        var source = new EventSource().Event("messageStart", "{}").Event("contentBlockDelta", Long);
        for (var index = 0; index < 200; index++)
        {
            source.Event("metadata", $$"""{"index":{{index}}}""");
        }

        var reader = new EventStreamReader(await InPiecesAsync(source, pieceBytes));
        var read = new List<(string Type, string Payload)>();
        while (await reader.ReadAsync(Token) is { } frame)
        {
            read.Add((frame.Type, Encoding.UTF8.GetString(frame.Payload.Span)));
        }

        Assert.Equal(
            [
                ("messageStart", "{}"),
                ("contentBlockDelta", Long),
                .. Enumerable.Range(0, 200).Select(index => ("metadata", $$"""{"index":{{index}}}""")),
            ],
            read);
    }

    [Fact]
    public async Task MessageThatIsThere_IsTakenWithoutAWait()
    {
        var source = new EventSource().Event("messageStart", "{}").Event("messageStop", "{}");
        var reader = new EventStreamReader(await AllAsync(source));

        Assert.False(reader.TryRead(out _));
        Assert.Equal("messageStart", (await reader.ReadAsync(Token))!.Value.Type);
        Assert.True(reader.TryRead(out var next));
        Assert.Equal("messageStop", next.Type);
        Assert.False(reader.TryRead(out _));
        Assert.Null(await reader.ReadAsync(Token));
    }

    [Fact]
    public async Task OtherBytes_AreNoEventStream()
    {
        var reader = new EventStreamReader(new MemoryStream("<html><body></body></html>"u8.ToArray()));

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => reader.ReadAsync(Token).AsTask());

        Assert.Equal("Bedrock's reply is no event stream.", fault.Message);
    }

    [Theory]
    [InlineData(new byte[] { 9, 65, 66 })]
    [InlineData(new byte[] { 1, 65 })]
    [InlineData(new byte[] { 1, 65, 7 })]
    [InlineData(new byte[] { 1, 65, 7, 0, 9, 66 })]
    [InlineData(new byte[] { 1, 65, 77, 0 })]
    public async Task HeadersThatAreNone_AreInvalid(byte[] headers)
    {
        var frame = new byte[12 + headers.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.Length);
        headers.CopyTo(frame, 12);
        var reader = new EventStreamReader(new MemoryStream(frame));

        var fault = await Assert.ThrowsAsync<InvalidDataException>(
            async () => await reader.ReadAsync(Token));

        Assert.Equal("Bedrock's reply is no event stream.", fault.Message);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    public async Task EndWithinAMessage_IsAFault(int length)
    {
        var whole = await AllAsync(new EventSource().Event("messageStart", "{}"));
        var reader = new EventStreamReader(new MemoryStream(whole.ToArray(), 0, length));

        var fault = await Assert.ThrowsAsync<EndOfStreamException>(() => reader.ReadAsync(Token).AsTask());

        Assert.Equal("Bedrock's reply broke off.", fault.Message);
    }

    private static async Task<MemoryStream> AllAsync(EventSource source)
    {
        source.End();
        var all = new MemoryStream();
        await source.Open().CopyToAsync(all, Token);
        all.Position = 0;
        return all;
    }

    private static async Task<Stream> InPiecesAsync(EventSource source, int pieceBytes) =>
        new PieceStream(await AllAsync(source), pieceBytes);

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class PieceStream(MemoryStream all, int pieceBytes) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            all.ReadAsync(buffer[..Math.Min(buffer.Length, pieceBytes)], cancellationToken);
    }
}
