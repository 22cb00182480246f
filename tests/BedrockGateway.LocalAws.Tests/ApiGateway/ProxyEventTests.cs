using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class ProxyEventTests
{
    [Fact]
    public async Task PlainRequest_IsTheEventToTheLetter()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        var deployment = await api.DeployAsync();

        var answer = await api.GetAsync("/prod/x");

        var actual = host.Lambda.LastEvent;
        var port = host.Aws.Gateway.Port;
        var trace = (string)actual["headers"]!["X-Amzn-Trace-Id"]!;
        Assert.Matches("^Root=1-69df61a0-[0-9a-f]{24}$", trace);
        var headers = new Dictionary<string, string>
        {
            ["Host"] = $"127.0.0.1:{port}",
            ["X-Amzn-Trace-Id"] = trace,
            ["X-Forwarded-For"] = "127.0.0.1",
            ["X-Forwarded-Port"] = $"{port}",
            ["X-Forwarded-Proto"] = "http",
        };
        AssertJson.Equal(
            $$$"""
            {
              "resource": "/x", "path": "/x", "httpMethod": "GET",
              "headers": {{{Map(headers, value => value)}}},
              "multiValueHeaders": {{{Map(headers, value => new JsonArray(value))}}},
              "queryStringParameters": null, "multiValueQueryStringParameters": null,
              "pathParameters": null, "stageVariables": null,
              "requestContext": {
                "resourceId": "{{{await api.ResourceAsync("/x")}}}", "resourcePath": "/x", "httpMethod": "GET",
                "extendedRequestId": "{{{answer["x-amz-apigw-id"]}}}", "requestTime": "15/Apr/2026:10:00:00 +0000",
                "path": "/prod/x", "accountId": "000000000000", "protocol": "HTTP/1.1", "stage": "prod",
                "domainPrefix": "{{{api.Id}}}", "requestTimeEpoch": 1776247200000,
                "requestId": "{{{answer["x-amzn-RequestId"]}}}",
                "identity": {
                  "cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null, "caller": null,
                  "sourceIp": "127.0.0.1", "principalOrgId": null, "accessKey": null,
                  "cognitoAuthenticationType": null, "cognitoAuthenticationProvider": null, "userArn": null,
                  "userAgent": null, "user": null
                },
                "domainName": "{{{api.Id}}}.execute-api.us-east-1.amazonaws.com",
                "deploymentId": "{{{deployment}}}", "apiId": "{{{api.Id}}}"
              },
              "body": null, "isBase64Encoded": false
            }
            """,
            actual);
        Assert.StartsWith($"{trace};Parent=", answer["X-Amzn-Trace-Id"], StringComparison.Ordinal);
        Assert.Equal(answer["X-Amzn-Trace-Id"], host.Lambda.Requests.Last().TraceId);
        Assert.Equal(TestApi.FunctionArn, host.Lambda.Requests.Last().Function);
    }

    [Fact]
    public async Task CleartextHttp2_CountsAsHttp()
    {
        await using var host = await GatewayHost.StartAsync();
        await TestApi.DeployedAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Aws.Gateway, "/prod/x"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal("HTTP/2", (string?)host.Lambda.LastEvent["requestContext"]!["protocol"]);
        Assert.Equal("http", (string?)host.Lambda.LastEvent["headers"]!["X-Forwarded-Proto"]);
    }

    [Fact]
    public async Task Headers_KeepTheirCaseAndLoseThoseOfTheConnection()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        await api.SendAsync(
            HttpMethod.Post, "/prod/x", """{"a":1}""",
            ("tEsT-HEADeR", "1"), ("TE", "trailers"), ("Max-Forwards", "1"), ("User-Agent", "x/1"),
            ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "gopher"), ("Content-MD5", "abc"));

        var headers = host.Lambda.LastEvent["headers"]!.AsObject();
        Assert.Equal(
            [
                "Content-Type", "Host", "User-Agent", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port",
                "X-Forwarded-Proto", "tEsT-HEADeR",
            ],
            headers.Select(header => header.Key).Order(StringComparer.Ordinal));
        Assert.Equal("203.0.113.7, 127.0.0.1", (string?)headers["X-Forwarded-For"]);
        Assert.Equal("http", (string?)headers["X-Forwarded-Proto"]);
        Assert.Equal("x/1", (string?)host.Lambda.LastEvent["requestContext"]!["identity"]!["userAgent"]);
        Assert.Equal("""{"a":1}""", (string?)host.Lambda.LastEvent["body"]);
    }

    [Fact]
    public async Task TraceOfTheCaller_IsCarriedOn()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        await api.GetAsync(
            "/prod/x", ("X-Amzn-Trace-Id", "Self=1-2-3;Root=1-5f84c7a9-0123456789abcdef01234567;Sampled=1"));

        var header = (string?)host.Lambda.LastEvent["headers"]!["X-Amzn-Trace-Id"];
        Assert.Equal("Root=1-5f84c7a9-0123456789abcdef01234567", header);
    }

    [Fact]
    public async Task Query_IsDecodedInOrderAndRepeatedNamesHaveTheirLastValueFirst()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        await api.GetAsync("/prod/x?q=a+b%26&q=c&Q=&flag&e%20f=%C3%A4");

        AssertJson.Equal("""{"q":"c","Q":"","flag":"","e f":"ä"}""", host.Lambda.LastEvent["queryStringParameters"]);
        AssertJson.Equal(
            """{"q":["a b&","c"],"Q":[""],"flag":[""],"e f":["ä"]}""",
            host.Lambda.LastEvent["multiValueQueryStringParameters"]);
    }

    [Theory]
    [InlineData("/prod/v1/a/b/", "/v1/a/b/", "a/b")]
    [InlineData("/prod/v1/test%2Balias@gmail.com", "/v1/test%2Balias@gmail.com", "test%2Balias@gmail.com")]
    [InlineData("/prod/v1/a//b", "/v1/a//b", "a//b")]
    public async Task PathParameters_StayAsTheyWereSent(string sent, string path, string proxy)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/v1/{proxy+}", "GET");
        await api.DeployAsync();

        await api.GetAsync(sent);

        Assert.Equal(path, (string?)host.Lambda.LastEvent["path"]);
        Assert.Equal(sent, (string?)host.Lambda.LastEvent["requestContext"]!["path"]);
        AssertJson.Equal($$"""{"proxy":"{{proxy}}"}""", host.Lambda.LastEvent["pathParameters"]);
    }

    [Fact]
    public async Task BinaryMediaType_TravelsAsBase64()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host, new() { ["BinaryMediaTypes"] = new JsonArray("image/*") });
        await api.MethodAsync("/x", "POST");
        await api.DeployAsync();

        await api.SendAsync(HttpMethod.Post, "/prod/x", "pixels", ("Content-Type", "image/png"));
        var binary = host.Lambda.LastEvent;
        await api.SendAsync(HttpMethod.Post, "/prod/x", "text <ä>", ("Content-Type", "text/plain"));
        var text = host.Lambda.LastEvent;

        Assert.Equal(("cGl4ZWxz", true), ((string?)binary["body"], (bool)binary["isBase64Encoded"]!));
        Assert.Equal(("text <ä>", false), ((string?)text["body"], (bool)text["isBase64Encoded"]!));
    }

    [Fact]
    public async Task StageVariables_AreInTheEvent()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        await api.DeployAsync(new() { ["Variables"] = new JsonObject { ["tier"] = "gold" } });

        await api.GetAsync("/prod/x");

        AssertJson.Equal("""{"tier":"gold"}""", host.Lambda.LastEvent["stageVariables"]);
    }

    private static string Map(Dictionary<string, string> values, Func<string, JsonNode?> node) =>
        new JsonObject(values.Select(pair => KeyValuePair.Create(pair.Key, node(pair.Value)))).ToJsonString();
}
