using BedrockGateway.EndToEnd.Running;

namespace BedrockGateway.EndToEnd;

/// <summary>The variables that name a gateway that runs somewhere.</summary>
public sealed class DeployedGatewayTests
{
    [Theory]
    [InlineData("https://a1.execute-api.eu-west-1.amazonaws.com/prod", null, null, "*", "*")]
    [InlineData(
        "https://a1.execute-api.eu-west-1.amazonaws.com/prod/", "@example.com", "https://a.org", "https://a.org",
        "https://a.org")]
    [InlineData(
        "https://a1.execute-api.eu-west-1.amazonaws.com/prod", "example.com", "https://a.org, https://b.org",
        "https://a.org", "*")]
    public void Variables_AreRead(string url, string? domain, string? origins, string allowed, string allowedByErrors)
    {
        var gateway = DeployedGateway.Find(Variables(
            ("GATEWAY_URL", url),
            ("USER_POOL_ID", "eu-west-1_ab12"),
            ("ORGANIZATION_DOMAIN", domain),
            ("CORS_ORIGINS", origins)));

        Assert.Equal(
            new DeployedGateway(
                new("https://a1.execute-api.eu-west-1.amazonaws.com/prod/"),
                "eu-west-1_ab12",
                domain is null ? null : "example.com",
                new(allowed == "*" ? "https://app.example.com" : allowed, allowed, allowedByErrors)),
            gateway);
        Assert.Equal("eu-west-1", gateway!.Region.SystemName);
    }

    [Fact]
    public void NoUrl_NamesNone() =>
        Assert.Null(DeployedGateway.Find(Variables(("GATEWAY_URL", " "), ("USER_POOL_ID", "eu-west-1_ab12"))));

    [Theory]
    [InlineData(
        "prod",
        "eu-west-1_ab12",
        "GATEWAY_URL is 'prod'; it must be an address such as the stack's output RestAPIEndpoint.")]
    [InlineData(
        "https://example.com",
        null,
        "USER_POOL_ID must be the stack's output UserPoolId, so that the tests can remove the users they make.")]
    public void WhatIsMissing_IsNamed(string url, string? pool, string message)
    {
        var failure = Assert.Throws<InvalidOperationException>(
            () => DeployedGateway.Find(Variables(("GATEWAY_URL", url), ("USER_POOL_ID", pool))));

        Assert.Equal(message, failure.Message);
    }

    private static Func<string, string?> Variables(params (string Name, string? Value)[] variables) =>
        name => Array.Find(variables, variable => variable.Name == name).Value;
}
