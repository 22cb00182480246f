namespace BedrockGateway.Infra.Tests;

public sealed class GatewaySettingsTests
{
    [Fact]
    public void NothingGiven_TakesTheDefaults()
    {
        var settings = GatewaySettings.Read(_ => null);

        Assert.Equal(
            new GatewaySettings
            {
                StackName = "BedrockGateway",
                ThrottleRateLimit = 1,
                ThrottleBurstLimit = 2,
                QuotaLimit = 25,
                QuotaPeriod = QuotaPeriod.Day,
                PublicRateLimit = 5,
                PublicBurstLimit = 10,
                AllowedModels = "*",
                OrganizationDomain = null,
                FunctionsRunLocally = false,
            },
            settings);
    }

    [Fact]
    public void EmptyValues_CountAsNotGiven() =>
        Assert.Equal(GatewaySettings.Read(_ => null), GatewaySettings.Read(_ => " "));

    [Fact]
    public void EveryValueGiven_IsTaken()
    {
        var settings = Read(
            ("STACK_NAME", "Team-7"),
            ("API_THROTTLE_RATE_LIMIT", "0.5"),
            ("API_THROTTLE_BURST_LIMIT", "5000"),
            ("API_QUOTA_LIMIT", "2147483647"),
            ("API_QUOTA_PERIOD", "MONTH"),
            ("PUBLIC_RATE_LIMIT", "10000"),
            ("PUBLIC_BURST_LIMIT", "1"),
            ("ALLOWED_MODELS", "anthropic.*, us.amazon.nova-lite-v1:0 ,anthropic.*,application-inference-profile/a?"),
            ("ORGANIZATION_DOMAIN", "@Example.COM"));

        Assert.Equal(
            new GatewaySettings
            {
                StackName = "Team-7",
                ThrottleRateLimit = 0.5,
                ThrottleBurstLimit = 5000,
                QuotaLimit = int.MaxValue,
                QuotaPeriod = QuotaPeriod.Month,
                PublicRateLimit = 10_000,
                PublicBurstLimit = 1,
                AllowedModels = "anthropic.*,us.amazon.nova-lite-v1:0,application-inference-profile/a?",
                OrganizationDomain = "example.com",
            },
            settings);
    }

    [Theory]
    [InlineData("API_THROTTLE_RATE_LIMIT", "0", "a number of requests per second above 0, at most 10000")]
    [InlineData("API_THROTTLE_RATE_LIMIT", "1,5", "a number of requests per second above 0, at most 10000")]
    [InlineData("API_THROTTLE_RATE_LIMIT", "-1", "a number of requests per second above 0, at most 10000")]
    [InlineData("API_THROTTLE_RATE_LIMIT", "NaN", "a number of requests per second above 0, at most 10000")]
    [InlineData("API_THROTTLE_BURST_LIMIT", "2.5", "a whole number from 1 to 5000")]
    [InlineData("API_THROTTLE_BURST_LIMIT", "5001", "a whole number from 1 to 5000")]
    [InlineData("API_QUOTA_LIMIT", "0", "a whole number from 1 to 2147483647")]
    [InlineData("API_QUOTA_LIMIT", "many", "a whole number from 1 to 2147483647")]
    [InlineData("API_QUOTA_PERIOD", "day", "DAY, WEEK or MONTH")]
    [InlineData("API_QUOTA_PERIOD", "YEAR", "DAY, WEEK or MONTH")]
    [InlineData("PUBLIC_RATE_LIMIT", "fast", "a number of requests per second above 0, at most 10000")]
    [InlineData("PUBLIC_BURST_LIMIT", "0", "a whole number from 1 to 5000")]
    [InlineData("ORGANIZATION_DOMAIN", "example", "a domain such as example.com or @example.com, in ASCII")]
    [InlineData("ORGANIZATION_DOMAIN", "a@example.com", "a domain such as example.com or @example.com, in ASCII")]
    [InlineData("ORGANIZATION_DOMAIN", "exämple.com", "a domain such as example.com or @example.com, in ASCII")]
    [InlineData("ORGANIZATION_DOMAIN", "example.com.", "a domain such as example.com or @example.com, in ASCII")]
    [InlineData("STACK_NAME", "7up", "1 to 50 letters, digits and hyphens, a letter first")]
    [InlineData(
        "STACK_NAME", "a23456789-123456789-123456789-123456789-123456789-1",
        "1 to 50 letters, digits and hyphens, a letter first")]
    public void InvalidValue_IsRefusedWithNameValueAndWhatIsAllowed(string name, string value, string allowed)
    {
        var refusal = Assert.Throws<InvalidSettingException>(() => Read((name, value)));

        Assert.Equal($"{name} is '{value}'; allowed is {allowed}.", refusal.Message);
    }

    [Theory]
    [InlineData("a,,b")]
    [InlineData("anthropic claude")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("inference-profile/us.amazon.nova-lite-v1:0")]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u")]
    public void InvalidModels_AreRefusedWithAnExample(string value)
    {
        var refusal = Assert.Throws<InvalidSettingException>(() => Read(("ALLOWED_MODELS", value)));

        Assert.Equal(
            $"ALLOWED_MODELS is '{value}'; allowed is at most 20 ids of models or inference profiles, with * and ? as "
            + "wildcards, separated by commas, such as anthropic.claude-*,eu.amazon.nova-lite-v1:0,"
            + "application-inference-profile/a1b2c3d4e5f6, in at most 1000 characters.",
            refusal.Message);
    }

    [Fact]
    public void LongestStackName_LeavesRoomForTheFunctionNames() =>
        Assert.True(new FunctionNames(new string('a', 50)).PreSignup.Length <= 64);

    private static GatewaySettings Read(params (string Name, string Value)[] given) =>
        GatewaySettings.Read(name => given.FirstOrDefault(setting => setting.Name == name).Value);
}
