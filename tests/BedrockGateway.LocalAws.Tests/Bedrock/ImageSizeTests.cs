using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class ImageSizeTests
{
    [Theory]
    [InlineData(Pixels.Png, 640, 480)]
    [InlineData(Pixels.Gif, 3, 2)]
    [InlineData(Pixels.Jpeg, 16, 8)]
    [InlineData(Pixels.WebP, 100, 50)]
    [InlineData(Pixels.LosslessWebP, 4, 5)]
    [InlineData(Pixels.LossyWebP, 7, 6)]
    public void File_TellsItsSize(string base64, int width, int height) =>
        Assert.Equal(new ImageSize(width, height), ImageSize.Of(Convert.FromBase64String(base64)));

    [Theory]
    [InlineData(Pixels.Png)]
    [InlineData(Pixels.Gif)]
    [InlineData(Pixels.Jpeg)]
    [InlineData(Pixels.WebP)]
    public void TruncatedFile_IsNoImage(string base64) =>
        Assert.Null(ImageSize.Of(Convert.FromBase64String(base64).AsSpan(0, 9)));
}
