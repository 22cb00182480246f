using System.Buffers;
using BedrockGateway.LocalAws.Wire.EventStream;

namespace BedrockGateway.LocalAws.Tests.Wire;

/// <summary>Frames, byte for byte. The expected ones were made with Python's struct and zlib.</summary>
public sealed class EventStreamFrameTests
{
    [Fact]
    public void Event_HasPreludeHeadersPayloadAndChecksums()
    {
        var bytes = Write(EventStreamMessage.Event("chunk", "{\"bytes\":\"e30=\"}"u8.ToArray()));

        Assert.Equal(
            "0000006b0000004b6ace012d0b3a6576656e742d747970650700056368756e6b0d3a636f6e74656e742d747970650700"
            + "106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b226279746573223a"
            + "226533303d227d3651dbfe",
            Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Exception_IsNamedByItsOwnHeader()
    {
        var bytes = Write(EventStreamMessage.Exception("throttlingException", "{\"message\":\"Slow\"}"u8.ToArray()));

        Assert.Equal(
            "0000008300000061a9d144e50f3a657863657074696f6e2d747970650700137468726f74746c696e6745786365707469"
            + "6f6e0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970"
            + "65070009657863657074696f6e7b226d657373616765223a22536c6f77227d94fc342a",
            Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void PayloadOfBytes_SaysSo_AndMayBeEmpty()
    {
        var bytes = Write(EventStreamMessage.Event("PayloadChunk", default, "application/octet-stream"));

        Assert.Equal(
            "0000006a0000005a3d1e086f0b3a6576656e742d7479706507000c5061796c6f61644368756e6b0d3a636f6e74656e74"
            + "2d747970650700186170706c69636174696f6e2f6f637465742d73747265616d0d3a6d6573736167652d747970650700"
            + "056576656e7460b0ca74",
            Convert.ToHexStringLower(bytes));
    }

    private static byte[] Write(EventStreamMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        EventStreamFrame.Write(output, message);
        return output.WrittenSpan.ToArray();
    }
}
