using System.Net;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Calls;

/// <summary>Which model is called in the end, and how often it is tried.</summary>
public sealed class ModelCallsTests : IAsyncLifetime
{
    private const string Aliases =
        """--MODEL_ALIASES={"gpt-4o":"us.meta.llama3-3-70b-instruct-v1:0","fast":["a.first","b.second","c.third"]}""";

    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(
            settings: [Aliases, "--ALLOWED_MODELS=a.*,b.*,us.meta.*,meta.*,anthropic.*"]);
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("gpt-4o", "us.meta.llama3-3-70b-instruct-v1:0")]
    [InlineData("fast", "a.first")]
    [InlineData("meta.llama3", "meta.llama3")]
    public async Task Name_StandsForAModel(string name, string modelId)
    {
        using var reply = await InvokeAsync(name);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(modelId, Assert.Single(_gateway.Runtime.Calls).ModelId);
        Assert.Equal(modelId, reply.Headers.GetValues("x-gateway-model").Single());
        Assert.False(reply.Headers.Contains("x-gateway-attempts"));
    }

    [Theory]
    [InlineData("ThrottlingException", HttpStatusCode.TooManyRequests)]
    [InlineData("ServiceUnavailableException", HttpStatusCode.ServiceUnavailable)]
    [InlineData("ModelNotReadyException", HttpStatusCode.TooManyRequests)]
    public async Task PassingFailure_IsTriedAgain(string code, HttpStatusCode status)
    {
        _gateway.Faults.Before("InvokeModel", () => new BedrockFault(status, code, "wait"), times: 2);

        using var reply = await InvokeAsync("meta.llama3");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(
            $"meta.llama3 {code}, meta.llama3 {code}, meta.llama3 200",
            reply.Headers.GetValues("x-gateway-attempts").Single());
    }

    [Theory]
    [InlineData("ValidationException", HttpStatusCode.BadRequest)]
    [InlineData("ModelErrorException", HttpStatusCode.FailedDependency)]
    [InlineData("InternalServerException", HttpStatusCode.InternalServerError)]
    public async Task LastingFailure_IsNot(string code, HttpStatusCode status)
    {
        _gateway.Faults.Before("InvokeModel", () => new BedrockFault(status, code, "no"));

        using var reply = await InvokeAsync("meta.llama3");

        await reply.FailsAsync((int)status, "no");
        Assert.Equal($"meta.llama3 {code}", reply.Headers.GetValues("x-gateway-attempts").Single());
    }

    [Fact]
    public async Task ModelThatStaysUnready_AnswersUnavailable()
    {
        _gateway.Faults.Before(
            "InvokeModel", () => new BedrockFault(HttpStatusCode.TooManyRequests, "ModelNotReadyException", "wait"), 9);

        using var reply = await InvokeAsync("meta.llama3");

        await reply.FailsAsync(503, "wait");
        Assert.Equal("5", reply.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task LongWait_IsLeftToTheClient()
    {
        _gateway.Faults.Before(
            "InvokeModel",
            () => new BedrockFault(HttpStatusCode.TooManyRequests, "ThrottlingException", "wait")
            {
                RetryAfter = TimeSpan.FromSeconds(60),
            });

        using var reply = await InvokeAsync("meta.llama3");

        await reply.FailsAsync(429, "wait");
        Assert.Equal("60", reply.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task AllowedModelsOfAnAlias_StandInForOneAnother()
    {
        _gateway.Faults.Before(
            "InvokeModel", () => new BedrockFault(HttpStatusCode.FailedDependency, "ModelErrorException", "no"));

        using var reply = await InvokeAsync("fast");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("b.second", reply.Headers.GetValues("x-gateway-model").Single());
        Assert.Equal(
            "a.first ModelErrorException, b.second 200", reply.Headers.GetValues("x-gateway-attempts").Single());
    }

    [Fact]
    public async Task WrongRequest_GoesToNoOtherModel()
    {
        _gateway.Faults.Before(
            "InvokeModel", () => new BedrockFault(HttpStatusCode.BadRequest, "ValidationException", "no"));

        using var reply = await InvokeAsync("fast");

        await reply.FailsAsync(400, "no");
    }

    [Fact]
    public async Task ModelWithProfilesOnly_IsCalledThroughTheRegionsOwn()
    {
        const string Model = "anthropic.claude-sonnet-4-6";
        _gateway.Bedrock.Profiles =
        [
            new() { InferenceProfileId = $"global.{Model}" },
            new() { InferenceProfileId = "eu.anthropic.claude-haiku-5-5" },
            new() { InferenceProfileId = $"eu.{Model}" },
        ];
        _gateway.Faults.Before("InvokeModel", () => new BedrockFault(
            HttpStatusCode.BadRequest,
            "ValidationException",
            $"Invocation of model ID {Model} with on-demand throughput isn’t supported. Retry your request ..."));

        using var first = await InvokeAsync(Model);
        using var second = await InvokeAsync(Model);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal([$"eu.{Model}", $"eu.{Model}"], _gateway.Runtime.Calls.Select(call => call.ModelId));
        Assert.Equal($"eu.{Model}", second.Headers.GetValues("x-gateway-model").Single());
    }

    [Fact]
    public async Task Start_RefusesAliasesThatAreNone()
    {
        var refused = await Assert.ThrowsAsync<StartupException>(
            () => Gateway.StartAsync(settings: ["""--MODEL_ALIASES={"a":7}"""]));

        Assert.Contains("MODEL_ALIASES is not a JSON object", refused.Message, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> InvokeAsync(string model) => _gateway.PostAsync(
        "/bedrock", $$"""{"modelId":"{{model}}","inferenceParameters":{"prompt":"Hi"} }""", _token, _key);
}
