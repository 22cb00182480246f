using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Ecr;

public sealed class DescribeRepositoriesTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Name = "cdk-hnb659fds-container-assets-000000000000-us-east-1";

    [Fact]
    public async Task BootstrappedAccount_HasTheRepositoryOfTheCdk()
    {
        var (status, reply) = await CallAsync($$"""{"repositoryNames":["{{Name}}"]}""");

        var repository = Assert.Single(reply["repositories"]!.AsArray())!;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Name, (string?)repository["repositoryName"]);
        Assert.Equal($"arn:aws:ecr:us-east-1:000000000000:repository/{Name}", (string?)repository["repositoryArn"]);
        Assert.Equal($"000000000000.dkr.ecr.us-east-1.amazonaws.com/{Name}", (string?)repository["repositoryUri"]);
        Assert.True(JsonNode.DeepEquals(reply, (await CallAsync("{}")).Reply));
    }

    [Fact]
    public async Task UnknownRepository_IsNotFound()
    {
        var (status, reply) = await CallAsync("""{"repositoryNames":["absent"]}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("RepositoryNotFoundException", (string?)reply["__type"]);
        Assert.Equal(
            "The repository with name 'absent' does not exist in the registry with id '000000000000'",
            (string?)reply["message"]);
    }

    private async Task<(HttpStatusCode Status, JsonNode Reply)> CallAsync(string body)
    {
        using var http = new HttpClient { BaseAddress = fixture.Aws.Endpoint };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(text)!);
    }
}
