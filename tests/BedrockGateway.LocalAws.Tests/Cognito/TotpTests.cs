using BedrockGateway.LocalAws.Cognito.Mfa;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class TotpTests
{
    // RFC 6238's secret, "12345678901234567890", in base32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    // RFC 6238, appendix B, SHA1, without the first two of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheRfc(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Clock_MayBeOneStepOff(int seconds, bool accepted)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.CodeAt(Secret, start);

        Assert.Equal(accepted ? 60_000_000 : null, Totp.FindStep(Secret, code, start.AddSeconds(seconds)));
    }

    [Fact]
    public void NewSecrets_AreDifferentAndInBase32()
    {
        var secrets = Enumerable.Range(0, 20).Select(_ => Totp.NewSecret()).ToArray();

        Assert.Equal(20, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.Matches("^[A-Z2-7]{51}[AQ]$", secret));
    }
}
