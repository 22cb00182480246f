using System.Text;
using BedrockGateway.LocalAws.S3;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.S3;

public sealed class ChunkedContentTests
{
    [Fact]
    public void FramesAndTrailers_AreTakenApart()
    {
        var content = ChunkedContent.Decode(
            "5;chunk-signature=ab\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n"u8.ToArray());

        Assert.Equal("hello world", Encoding.UTF8.GetString(content.Content.Span));
        Assert.Equal("DUoRhQ==", content.Trailers["x-amz-checksum-crc32"]);
    }

    [Theory]
    [InlineData("5\r\nhel")]
    [InlineData("x\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhelloXX0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("")]
    public void CutFrame_IsAnIncompleteBody(string body)
    {
        var fault = Assert.Throws<AwsFault>(() => ChunkedContent.Decode(Encoding.UTF8.GetBytes(body)));

        Assert.Equal("IncompleteBody", fault.Code);
    }
}
