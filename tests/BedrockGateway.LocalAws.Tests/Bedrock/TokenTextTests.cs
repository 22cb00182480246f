using BedrockGateway.LocalAws.Bedrock.Families;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class TokenTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello, world!", 6)]
    [InlineData("a b c", 3)]
    [InlineData("  ", 1)]
    [InlineData("end ", 2)]
    [InlineData("🙂🙂", 2)]
    public void Text_CountsByTheRule(string text, int tokens) => Assert.Equal(tokens, TokenText.Count(text));

    [Fact]
    public void HalfOfASurrogatePair_IsOneToken() => Assert.Equal(1, TokenText.Count('\uD83D'.ToString()));

    [Theory]
    [InlineData("Hello, world!", 0, "")]
    [InlineData("Hello, world!", 4, "Hello, worl")]
    [InlineData("Hello, world!", 6, "Hello, world!")]
    [InlineData("Hello, world!", int.MaxValue, "Hello, world!")]
    [InlineData("a🙂b", 2, "a🙂")]
    public void Take_CutsBetweenTokens(string text, int maxTokens, string taken) =>
        Assert.Equal(taken, TokenText.Take(text, maxTokens));
}
