using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class CustomDomainTests
{
    private const string Domain = "api.example.com";

    [Theory]
    [InlineData(null, "/x", "/x", "/x")]
    [InlineData("v1", "/v1/x", "/v1/x", "/v1/x")]
    public async Task Host_LeadsToTheMappedStage(string? basePath, string path, string eventPath, string contextPath)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        await DomainAsync(host);
        await MapAsync(host, api.Id, basePath, "prod");

        var answer = await api.GetAsync(path, ("Host", Domain));

        Assert.Equal(200, answer.Status);
        var request = JsonNode.Parse(host.Lambda.Requests.Single().Payload.Span)!;
        Assert.Equal(eventPath, (string?)request["path"]);
        Assert.Equal(contextPath, (string?)request["requestContext"]!["path"]);
        Assert.Equal(Domain, (string?)request["requestContext"]!["domainName"]);
        Assert.Equal("api", (string?)request["requestContext"]!["domainPrefix"]);
        Assert.Equal("prod", (string?)request["requestContext"]!["stage"]);
    }

    [Fact]
    public async Task MappingWithoutStage_LeavesTheStageToTheCaller()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        await DomainAsync(host);
        await MapAsync(host, api.Id, "v1", stage: null);

        Assert.Equal(200, (await api.GetAsync("/v1/prod/x", ("Host", Domain))).Status);
        Assert.Equal(403, (await api.GetAsync("/v1/test/x", ("Host", Domain))).Status);
    }

    [Fact]
    public async Task UnmappedPathAndDeletedDomain_AreForbidden()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        var made = await DomainAsync(host);
        var mapping = await MapAsync(host, api.Id, "v1", "prod");

        var unmapped = await api.GetAsync("/v2/x", ("Host", Domain));
        await host.DeleteAsync("BasePathMapping", mapping.PhysicalId, Mapping(api.Id, "v1", "prod"));
        await host.DeleteAsync("DomainName", made.PhysicalId, []);
        await host.DeleteAsync("BasePathMapping", mapping.PhysicalId, Mapping(api.Id, "v1", "prod"));
        var deleted = await api.GetAsync("/v1/x", ("Host", Domain));

        Assert.Equal((403, """{"message":"Forbidden"}"""), (unmapped.Status, unmapped.Body));
        Assert.Equal((403, """{"message":"Forbidden"}"""), (deleted.Status, deleted.Body));
    }

    [Fact]
    public async Task RefAndAttributes_AreCloudFormations()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var made = await DomainAsync(host);
        var mapping = await MapAsync(host, api.Id, null, "prod");

        Assert.Equal(Domain, made.PhysicalId);
        Assert.Matches(
            @"^d-[a-z0-9]{10}\.execute-api\.us-east-1\.amazonaws\.com$", made.Attributes["RegionalDomainName"]);
        Assert.Equal("Z1UJRXOUMOOFQ8", made.Attributes["RegionalHostedZoneId"]);
        Assert.Equal("api.example.com|(none)", mapping.PhysicalId);
        Assert.Equal(["DomainName"], host.Handler("DomainName").CreateOnlyProperties);
        Assert.Equal(["BasePath", "DomainName"], host.Handler("BasePathMapping").CreateOnlyProperties.Order());
        Assert.Equal(200, (await api.GetAsync("/x", ("Host", made.Attributes["RegionalDomainName"]))).Status);
    }

    [Theory]
    [InlineData("DomainName", Domain, "The domain name you provided already exists.")]
    [InlineData("RegionalCertificateArn", "", "Certificate ARN must be provided.")]
    [InlineData(
        "MutualTlsAuthentication",
        "x",
        "LocalAws does not emulate apigateway:MutualTlsAuthentication of a DomainName.")]
    public async Task DomainThatApiGatewayRefuses_FailsWithItsReason(string property, string value, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        await DomainAsync(host);
        var properties = Properties();
        properties["DomainName"] = "other.example.com";
        properties[property] = value;

        var fault = await Assert.ThrowsAsync<AwsFault>(() => host.CreateAsync("DomainName", properties));

        Assert.Equal(reason, fault.Message);
    }

    [Fact]
    public async Task DisabledEndpoint_IsReachedByItsDomainAlone()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host, new() { ["DisableExecuteApiEndpoint"] = true });
        await api.MethodAsync("/x", "ANY");
        await api.DeployAsync();
        await DomainAsync(host);
        await MapAsync(host, api.Id, null, "prod");

        Assert.Equal(403, (await api.GetAsync("/prod/x")).Status);
        Assert.Equal(
            403, (await api.GetAsync("/prod/x", ("Host", $"{api.Id}.execute-api.us-east-1.amazonaws.com"))).Status);
        Assert.Equal(200, (await api.GetAsync("/x", ("Host", Domain))).Status);
    }

    private static JsonObject Properties() => new()
    {
        ["DomainName"] = Domain,
        ["RegionalCertificateArn"] = "arn:aws:acm:us-east-1:000000000000:certificate/c",
        ["SecurityPolicy"] = "TLS_1_2",
        ["EndpointConfiguration"] = new JsonObject { ["Types"] = new JsonArray("REGIONAL") },
    };

    private static Task<ResourceResult> DomainAsync(GatewayHost host) => host.CreateAsync("DomainName", Properties());

    private static Task<ResourceResult> MapAsync(GatewayHost host, string api, string? basePath, string? stage) =>
        host.CreateAsync("BasePathMapping", Mapping(api, basePath, stage));

    private static JsonObject Mapping(string api, string? basePath, string? stage) => new()
    {
        ["DomainName"] = Domain,
        ["RestApiId"] = api,
        ["BasePath"] = basePath,
        ["Stage"] = stage,
    };
}
