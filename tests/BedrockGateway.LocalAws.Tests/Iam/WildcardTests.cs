using BedrockGateway.LocalAws.Iam.Policies;

namespace BedrockGateway.LocalAws.Tests.Iam;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("***", "", true)]
    [InlineData("?", "", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a*", "a", true)]
    [InlineData("*c", "abc", true)]
    [InlineData("a*c", "abcbc", true)]
    [InlineData("a*c", "abcb", false)]
    [InlineData("*ab*ab?", "abababx", true)]
    [InlineData("*ab*ab?", "ababab", false)]
    [InlineData("arn:aws:bedrock:*::foundation-model/*", "arn:aws:bedrock:::foundation-model/a.b", true)]
    [InlineData("arn:aws:bedrock:*::foundation-model/*", "arn:aws:bedrock:us-east-1:1:inference-profile/a", false)]
    public void Text_FitsThePatternAsAWhole(string pattern, string text, bool fits) =>
        Assert.Equal(fits, Wildcard.Matches(pattern, text));

    [Theory]
    [InlineData("arn:aws:a:*:1:b", "arn:aws:a:r:1:b", true)]
    [InlineData("arn:aws:a:*:1:b", "arn:aws:a::1:b", true)]
    [InlineData("arn:aws:a:*:b", "arn:aws:a:r:1:b", false)]
    [InlineData("arn:aws:a:*", "arn:aws:a:r:1:b", false)]
    [InlineData("arn:aws:a:r:1:b*", "arn:aws:a:r:1:b:c:d", true)]
    [InlineData("*", "no ARN", false)]
    public void Arn_FitsPartByPart(string pattern, string arn, bool fits) =>
        Assert.Equal(fits, Wildcard.MatchesArn(pattern, arn));
}
