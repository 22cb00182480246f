using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class CrossSiteGuardTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("internal.example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("localhost.")]
    public async Task NameThatDnsCanGiveToOthers_IsRefused(string host)
    {
        var (status, _) = await SendAsync(HttpMethod.Get, "/_local/functions", ("Host", host));

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Theory]
    [InlineData("/_local/")]
    [InlineData("/_local/data/functions")]
    [InlineData("/_local/functions")]
    [InlineData("/_local/cognito/codes")]
    [InlineData("/_LOCAL/health")]
    public async Task NameThatIsNotThisMachines_IsRefused(string path)
    {
        var (status, text) = await SendAsync(HttpMethod.Get, path, ("Host", "rebound.example.com"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(
            "The host 'rebound.example.com' is not a name of this machine. Use localhost or 127.0.0.1.",
            (string?)JsonNode.Parse(text)!["message"]);
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("aws.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:4566")]
    [InlineData("172.17.0.2:4566")]
    [InlineData("local-aws:4566")]
    [InlineData("host.docker.internal:4566")]
    public async Task NameThatNobodyCanRebind_IsLetIn(string host) =>
        Assert.Equal(
            (HttpStatusCode.OK, "OK"), await SendAsync(HttpMethod.Get, "/_local/health", ("Host", host)));

    [Theory]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task PageOfAnotherOrigin_ChangesNothing(string header, string value)
    {
        foreach (var (verb, path) in new[]
        {
            (HttpMethod.Post, "/_local/faults"),
            (HttpMethod.Delete, "/_local/faults"),
            (HttpMethod.Post, "/_local/data/functions/f/invocations"),
            (HttpMethod.Post, "/_local/data/invocations/i/replay"),
            (HttpMethod.Post, "/_local/functions/f/log"),
        })
        {
            var (status, text) = await SendAsync(verb, path, (header, value));

            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal(
                "A page of another origin may not do that.", (string?)JsonNode.Parse(text)!["message"]);
        }
    }

    [Fact]
    public async Task OwnPageAndOtherClients_MayChangeThings()
    {
        var own = fixture.Aws.Endpoint.GetLeftPart(UriPartial.Authority);

        var page = await SendAsync(
            HttpMethod.Delete, "/_local/faults", ("Origin", own), ("Sec-Fetch-Site", "same-origin"));
        var curl = await SendAsync(HttpMethod.Delete, "/_local/faults");

        Assert.Equal((HttpStatusCode.NoContent, string.Empty), page);
        Assert.Equal((HttpStatusCode.NoContent, string.Empty), curl);
    }

    [Fact]
    public async Task AwsCalls_AreNobodysPage()
    {
        var (status, _) = await SendAsync(
            HttpMethod.Post,
            "/",
            ("Host", "cognito-idp.us-east-1.amazonaws.com"),
            ("Origin", "https://example.com"),
            ("X-Amz-Target", "AWSCognitoIdentityProviderService.ListUserPools"));

        Assert.NotEqual(HttpStatusCode.Forbidden, status);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(
        HttpMethod verb, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(verb, new Uri(fixture.Aws.Endpoint, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
