using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace BedrockGateway.LocalAws.Tests.Sts;

public sealed class AssumeRoleTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task AnyRole_IsAssumed()
    {
        using var sts = new AmazonSecurityTokenServiceClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSecurityTokenServiceConfig()));

        var assumed = await sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = "arn:aws:iam::111122223333:role/path/deploy", RoleSessionName = "me" },
            TestContext.Current.CancellationToken);

        Assert.Matches("^ASIA[A-Z2-7]{16}$", assumed.Credentials.AccessKeyId);
        Assert.Equal(40, assumed.Credentials.SecretAccessKey.Length);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/deploy/me", assumed.AssumedRoleUser.Arn);
    }

    [Fact]
    public async Task WhatIsNoRole_IsRefused()
    {
        using var sts = new AmazonSecurityTokenServiceClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSecurityTokenServiceConfig()));

        var fault = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = "arn:aws:iam::111122223333:user/someone", RoleSessionName = "me" },
            TestContext.Current.CancellationToken));

        Assert.Equal("ValidationError", fault.ErrorCode);
        Assert.Equal("arn:aws:iam::111122223333:user/someone is invalid", fault.Message);
    }
}
