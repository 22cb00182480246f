using BedrockGateway.Api.Triggers;

namespace BedrockGateway.Api.Tests.Triggers;

/// <summary>Which addresses are of the organization: what looks like one of them, and is not, stays out.</summary>
public sealed class DomainRuleTests
{
    private static readonly string LongestLocal = new('a', 64);
    private static readonly string LongestDomain = string.Join('.', Enumerable.Repeat(new string('b', 60), 3)) + ".com";

    [Theory]
    [InlineData("example.com", "ann@example.com")]
    [InlineData("@example.com", "ann@example.com")]
    [InlineData(" Example.COM ", "ann@example.com")]
    [InlineData("example.com", "Ann.Lee+tag@EXAMPLE.com")]
    [InlineData("example.com", "o'brien_1@example.com")]
    [InlineData("example.com, example.org", "ann@example.org")]
    [InlineData("*.example.com", "ann@eu.example.com")]
    [InlineData("*.example.com", "ann@lab.eu.EXAMPLE.com")]
    [InlineData("example.com,*.example.com", "ann@example.com")]
    [InlineData("xn--mnchen-3ya.example", "ann@XN--mnchen-3ya.example")]
    public void OwnAddress_IsCovered(string domains, string email) => Assert.True(Rule(domains).Covers(email));

    [Theory]
    [InlineData("ann@example.com.evil.org")]
    [InlineData("ann@sub.example.com")]
    [InlineData("ann@evilexample.com")]
    [InlineData("ann@example.co")]
    [InlineData("ann@example.com.")]
    [InlineData("ann@.example.com")]
    [InlineData("ann@example..com")]
    [InlineData("ann@example.com:25")]
    [InlineData("ann@[127.0.0.1]")]
    public void OtherDomain_IsNot(string email) => AssertNotCovered(email);

    [Theory]
    [InlineData("ann@exаmple.com")]
    [InlineData("ann@example\u3002com")]
    [InlineData("ann@example\uff0ecom")]
    [InlineData("ann@\uff45xample.com")]
    [InlineData("ann@EXAMPLE.\u212aom")]
    [InlineData("ann@examp\u0406e.com")]
    [InlineData("ann@example.com\u200b")]
    [InlineData("ann@example\u00ad.com")]
    [InlineData("ann@xn--exmple-4nf.com")]
    [InlineData("ann\uff20example.com")]
    [InlineData("änn@example.com")]
    [InlineData("ann\u202e@example.com")]
    public void LookAlike_IsNot(string email) => AssertNotCovered(email);

    [Theory]
    [InlineData("ann@evil.org@example.com")]
    [InlineData("\"ann@evil.org\"@example.com")]
    [InlineData("\"ann\"@example.com")]
    [InlineData("ann(comment)@example.com")]
    [InlineData("ann@example.com(comment)")]
    [InlineData("(ann@evil.org)ann@example.com")]
    [InlineData("ann@evil.org\0@example.com")]
    [InlineData("ann@evil.org, ann@example.com")]
    [InlineData("ann@evil.org;ann@example.com")]
    [InlineData("ann@evil.org\r\n<ann@example.com>")]
    [InlineData("<ann@example.com>")]
    [InlineData("ann%evil.org@example.com@")]
    [InlineData("ann@@example.com")]
    [InlineData("ann@")]
    [InlineData("@example.com")]
    [InlineData("example.com")]
    [InlineData("")]
    public void SecondAddressOrNone_IsNot(string email) => AssertNotCovered(email);

    [Theory]
    [InlineData(" ann@example.com")]
    [InlineData("ann@example.com ")]
    [InlineData("ann @example.com")]
    [InlineData("ann@ example.com")]
    [InlineData("ann@example.com\n")]
    [InlineData("ann@example.com\t")]
    [InlineData("ann\u00a0@example.com")]
    [InlineData(".ann@example.com")]
    [InlineData("ann.@example.com")]
    [InlineData("ann..lee@example.com")]
    public void WhitespaceAndStrayDots_AreNot(string email) => AssertNotCovered(email);

    [Fact]
    public void Length_EndsWhereMailDoes()
    {
        var longest = $"{LongestLocal}@{LongestDomain}";
        var rule = Rule($"{LongestDomain},example.com");

        Assert.InRange(longest.Length, 240, 254);
        Assert.True(rule.Covers(longest));
        Assert.False(rule.Covers($"a{LongestLocal}@example.com"));
        Assert.False(rule.Covers($"{new string('a', 320 - "@example.com".Length)}@example.com"));
        Assert.False(Rule("*.example.com").Covers($"ann@{string.Concat(Enumerable.Repeat("bb.", 100))}example.com"));
    }

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("ann@evilexample.com")]
    [InlineData("ann@.example.com")]
    [InlineData("ann@eu.example.com.org")]
    public void DomainsBelow_AreNotTheDomainItself(string email) => Assert.False(Rule("*.example.com").Covers(email));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("@@example.com")]
    [InlineData("*.*.example.com")]
    [InlineData("exаmple.com")]
    [InlineData("münchen.example")]
    [InlineData("-example.com")]
    [InlineData("example.com.")]
    [InlineData("example.com,")]
    [InlineData("example.com;example.org")]
    public void SettingThatIsNoDomain_IsRefused(string? setting) => Assert.False(DomainRule.TryParse(setting, out _));

    [Theory]
    [InlineData("ann@example.com", "ANN@Example.com", true)]
    [InlineData("bob@example.com", "ann@example.com", false)]
    [InlineData("ann@evil.org", "ann@example.com", false)]
    [InlineData("ann@example.com", "ann@evil.org", false)]
    [InlineData("ann", "ann@example.com", false)]
    [InlineData("", "ann@example.com", false)]
    [InlineData(null, "ann@example.com", false)]
    [InlineData("ann@example.com", null, false)]
    public void NameAndAddress_AreTheSame(string? userName, string? email, bool admitted) =>
        Assert.Equal(admitted, Rule("example.com").Admits(userName, email));

    private static void AssertNotCovered(string email) => Assert.False(Rule("example.com").Covers(email));

    private static DomainRule Rule(string domains)
    {
        Assert.True(DomainRule.TryParse(domains, out var rule));
        return rule;
    }
}
