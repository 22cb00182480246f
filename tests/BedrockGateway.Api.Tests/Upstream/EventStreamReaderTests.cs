using System.Buffers.Binary;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Upstream;

/// <summary>Bytes that are no event stream.</summary>
public sealed class EventStreamReaderTests
{
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
            async () => await reader.ReadAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Bedrock's reply is no event stream.", fault.Message);
    }
}
