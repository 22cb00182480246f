using System.Net;
using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class BedrockRuntimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", "/model/amazon.nova-lite-v1%3A0/invoke")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.m",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.m/invoke")]
    public async Task ModelId_IsOneEscapedPathSegment(string modelId, string target)
    {
        await using var server = await WireServer.StartAsync(Token);
        using var client = Clients.BedrockRuntime(server);

        await client.InvokeModelAsync(new InvokeModelRequest { ModelId = modelId }, Token);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task InvokeModel_CarriesBodiesByteForByte()
    {
        const string Body = """{ "prompt" : "Grüße\u00e9",  "n":1.50 }""";
        await using var server = await WireServer.AnsweringAsync(
            200,
            """{ "completion" : "ja" }""",
            Token,
            ("X-Amzn-Bedrock-PerformanceConfig-Latency", "optimized"));
        using var client = Clients.BedrockRuntime(server);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Body));

        var response = await client.InvokeModelAsync(
            new InvokeModelRequest
            {
                ModelId = "m",
                Body = body,
                ContentType = "application/json",
                Accept = "*/*",
                Trace = Trace.ENABLED,
                GuardrailIdentifier = "g",
                GuardrailVersion = "1",
                ServiceTier = ServiceTierType.Flex,
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("AKIDEXAMPLE/eu-west-1/bedrock", request.SignatureScope);
        Assert.Equal(Body, request.Text);
        Assert.Equal("application/json", request.Header("content-type"));
        Assert.Equal("*/*", request.Header("accept"));
        Assert.Equal("ENABLED", request.Header("x-amzn-bedrock-trace"));
        Assert.Equal("g", request.Header("x-amzn-bedrock-guardrailidentifier"));
        Assert.Equal("1", request.Header("x-amzn-bedrock-guardrailversion"));
        Assert.Equal("flex", request.Header("x-amzn-bedrock-service-tier"));
        Assert.Null(request.Header("x-amzn-bedrock-performanceconfig-latency"));
        Assert.Equal("""{ "completion" : "ja" }""", Encoding.UTF8.GetString(response.Body.ToArray()));
        Assert.Equal(0, response.Body.Position);
        Assert.Equal("application/json", response.ContentType);
        Assert.Equal(PerformanceConfigLatency.Optimized, response.PerformanceConfigLatency);
        Assert.Null(response.ServiceTier);
    }

    [Fact]
    public async Task RequestWithoutContentType_IsSentAsBytes()
    {
        await using var server = await WireServer.StartAsync(Token);
        using var client = Clients.BedrockRuntime(server);

        await client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m" }, Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("application/octet-stream", request.Header("content-type"));
        Assert.Empty(request.Text);
    }

    [Theory]
    [InlineData("AccessDeniedException", 403, typeof(AccessDeniedException))]
    [InlineData("InternalServerException", 500, typeof(InternalServerException))]
    [InlineData("ModelNotReadyException", 429, typeof(ModelNotReadyException))]
    [InlineData("ModelTimeoutException", 408, typeof(ModelTimeoutException))]
    [InlineData("ResourceNotFoundException", 404, typeof(ResourceNotFoundException))]
    [InlineData("ServiceQuotaExceededException", 400, typeof(ServiceQuotaExceededException))]
    [InlineData("ServiceUnavailableException", 503, typeof(ServiceUnavailableException))]
    [InlineData("ThrottlingException", 429, typeof(ThrottlingException))]
    [InlineData("ValidationException", 400, typeof(ValidationException))]
    [InlineData("SomethingNewException", 418, typeof(AmazonBedrockRuntimeException))]
    public async Task Error_ThrowsItsType(string code, int status, Type type)
    {
        await using var server = await WireServer.AnsweringAsync(
            status,
            """{"message":"what went wrong"}""",
            Token,
            ("x-amzn-ErrorType", $"{code}:http://internal.amazon.com/coral/com.amazon.bedrock/"));
        using var client = Clients.BedrockRuntime(server);

        var fault = await Assert.ThrowsAnyAsync<AmazonBedrockRuntimeException>(
            () => client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m" }, Token));

        Assert.IsType(type, fault);
        Assert.Equal(("what went wrong", code), (fault.Message, fault.ErrorCode));
        Assert.Equal((HttpStatusCode)status, fault.StatusCode);
    }

    [Fact]
    public async Task ModelError_SaysWhatTheModelAnswered()
    {
        await using var server = await WireServer.AnsweringAsync(
            424,
            """{"message":"m","originalStatusCode":503,"resourceName":"r"}""",
            Token,
            ("x-amzn-ErrorType", "ModelErrorException"));
        using var client = Clients.BedrockRuntime(server);

        var fault = await Assert.ThrowsAsync<ModelErrorException>(
            () => client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m" }, Token));

        Assert.Equal((503, "r"), (fault.OriginalStatusCode, fault.ResourceName));
    }

    [Fact]
    public async Task PageOfAProxy_StillThrowsTheServicesException()
    {
        await using var server = await WireServer.AnsweringAsync(502, "<html>Bad Gateway</html>", Token);
        using var client = Clients.BedrockRuntime(server);

        var fault = await Assert.ThrowsAsync<AmazonBedrockRuntimeException>(
            () => client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m" }, Token));

        Assert.Equal(HttpStatusCode.BadGateway, fault.StatusCode);
    }
}
