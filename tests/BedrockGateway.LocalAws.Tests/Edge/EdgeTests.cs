using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BedrockGateway.LocalAws.Edge;

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

    [Theory]
    [InlineData(
        "DynamoDB_20120810.ListTables", null,
        """{"__type":"NotImplemented","message":"LocalAws does not emulate dynamodb:DynamoDB_20120810.ListTables."}""")]
    [InlineData(
        null, "Action=ListQueues",
        "<Code>NotImplemented</Code><Message>LocalAws does not emulate dynamodb:ListQueues.</Message>")]
    [InlineData(null, "", """{"message":"LocalAws does not emulate dynamodb:POST /."}""")]
    public async Task UnknownService_IsNamedInTheProtocolOfTheCall(string? target, string? form, string expected)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, fixture.Aws.Endpoint);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=t/20260102/us-east-1/dynamodb/aws4_request, Signature=0");
        request.Headers.Add("X-Amz-Target", target is null ? [] : [target]);
        request.Content = form is null
            ? null
            : new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(
            expected,
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
            new FaultRule("sts", "GetCallerIdentity", "Throttling", "Rate exceeded", Times: 1),
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
            new Uri("/_local/faults", UriKind.Relative),
            new StringContent(rule),
            TestContext.Current.CancellationToken);
        var identity = await sts.GetCallerIdentityAsync(
            new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("000000000000", identity.Account);
    }
}
