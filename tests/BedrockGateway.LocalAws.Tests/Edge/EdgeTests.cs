using System.Net;
using System.Net.Http.Json;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BedrockGateway.LocalAws.Tests.Edge;

public sealed class EdgeTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task CleartextPort_TakesHttp1AndHttp2WithPriorKnowledge(string version)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Aws.Endpoint, "/_local/health"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(Version.Parse(version), response.Version);
        Assert.Equal("OK", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task UnknownOperationOfKnownService_IsNamedInTheFault()
    {
        using var ssm = new AmazonSimpleSystemsManagementClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSimpleSystemsManagementConfig()));

        var fault = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
            ssm.ListDocumentsAsync(new ListDocumentsRequest(), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotImplemented, fault.StatusCode);
        Assert.Equal("LocalAws does not emulate ssm:ListDocuments.", fault.Message);
    }

    [Fact]
    public async Task UnknownService_IsNamedInTheFault()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, fixture.Aws.Endpoint);
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.ListTables");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(
            "LocalAws does not emulate (unsigned):DynamoDB_20120810.ListTables.",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCallerIdentity_IsTheEmulatedAccount()
    {
        using var sts = new AmazonSecurityTokenServiceClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSecurityTokenServiceConfig()));

        var identity = await sts.GetCallerIdentityAsync(
            new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("000000000000", identity.Account);
        Assert.Equal("arn:aws:iam::000000000000:root", identity.Arn);
    }

    [Fact]
    public async Task InjectedFault_FailsTheNamedOperationAsOftenAsItSays()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        using var rule = await http.PostAsJsonAsync(
            "/_local/faults",
            new { service = "sts", operation = "GetCallerIdentity", code = "Throttling", message = "Rate exceeded", times = 1 },
            TestContext.Current.CancellationToken);
        using var sts = new AmazonSecurityTokenServiceClient(
            LocalAwsFixture.Credentials,
            new AmazonSecurityTokenServiceConfig { ServiceURL = aws.Endpoint.ToString(), MaxErrorRetry = 0 });

        var fault = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() =>
            sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken));
        var second = await sts.GetCallerIdentityAsync(
            new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, rule.StatusCode);
        Assert.Equal("Throttling", fault.ErrorCode);
        Assert.Equal("Rate exceeded", fault.Message);
        Assert.Equal("000000000000", second.Account);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("nothing")]
    public async Task FaultRuleThatIsNone_IsRefusedAndChangesNothing(string rule)
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        using var sts = new AmazonSecurityTokenServiceClient(
            LocalAwsFixture.Credentials,
            new AmazonSecurityTokenServiceConfig { ServiceURL = aws.Endpoint.ToString(), MaxErrorRetry = 0 });

        using var refused = await http.PostAsync(
            new Uri("/_local/faults", UriKind.Relative), new StringContent(rule), TestContext.Current.CancellationToken);
        var identity = await sts.GetCallerIdentityAsync(
            new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("000000000000", identity.Account);
    }
}
