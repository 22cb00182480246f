using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Plans;

/// <summary>Which models a plan allows, judged by the groups that the token names.</summary>
public sealed class PlanModelsTests : IAsyncLifetime
{
    private const string Email = "ann@example.com";
    private const string Sonnet = "us.anthropic.claude-sonnet-4-6";

    private Gateway _gateway = null!;
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(
            FunctionRole.Kestrel,
            PlanTokens.Setting,
            "--ALLOWED_MODELS=anthropic.*,amazon.nova-*",
            """--MODEL_ALIASES={"smart":["us.anthropic.claude-sonnet-4-6","amazon.nova-pro-v1:0"]}""");
        (_, _key) = await _gateway.EnterAsync(Email);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("anthropic.claude-v2", "default")]
    [InlineData("anthropic.claude-v2", "pro", "plan-pro")]
    [InlineData("us.amazon.nova-lite-v1:0", "free", "admins", "plan-free")]
    [InlineData("anthropic.claude-v2", "default", "plan-gone", "admins")]
    public async Task ModelOfThePlan_IsCalled(string model, string plan, params string[] groups)
    {
        using var reply = await InvokeAsync(model, groups);

        Assert.True((int)reply.StatusCode == 200, plan);
        Assert.Equal(model, Assert.Single(_gateway.Runtime.Asked).ModelId);
    }

    [Fact]
    public async Task ModelOfAnotherPlan_IsForbiddenAndNotCalled()
    {
        using var reply = await InvokeAsync(Sonnet, "plan-free");

        await reply.FailsAsync(
            403, $"The plan free does not allow the model {Sonnet}. GET /bedrock lists those that it allows.");
        Assert.Empty(_gateway.Runtime.Asked);
    }

    // The plan takes away from what the gateway allows and adds nothing.
    [Fact]
    public async Task ModelThatTheGatewayRefuses_IsForbiddenInEveryPlan()
    {
        using var reply = await InvokeAsync("amazon.titan-text-lite-v1", "plan-pro");

        await reply.FailsAsync(
            403,
            "This gateway does not allow the model amazon.titan-text-lite-v1. "
            + "GET /bedrock lists those that it allows.");
    }

    [Fact]
    public async Task Alias_StandsForThoseOfItsModelsThatThePlanAllows()
    {
        using var reply = await InvokeAsync("smart", "plan-free");

        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal("amazon.nova-pro-v1:0", Assert.Single(_gateway.Runtime.Asked).ModelId);
    }

    [Theory]
    [InlineData(
        "/v1/chat/completions",
        """{"model":"us.anthropic.claude-sonnet-4-6","messages":[{"role":"user","content":"a"}]}""",
        "\"code\":\"model_not_allowed\"")]
    [InlineData(
        "/v1/responses",
        """{"model":"us.anthropic.claude-sonnet-4-6","input":"a"}""",
        "\"code\":\"model_not_allowed\"")]
    [InlineData(
        "/v1/messages",
        """{"model":"us.anthropic.claude-sonnet-4-6","max_tokens":5,"messages":[{"role":"user","content":"a"}]}""",
        "\"type\":\"permission_error\"")]
    [InlineData(
        "/model/us.anthropic.claude-sonnet-4-6/converse",
        """{"messages":[{"role":"user","content":[{"text":"a"}]}]}""",
        "\"message\":\"The plan free")]
    public async Task EveryDialect_NamesPlanAndModel(string path, string body, string part)
    {
        using var reply = await _gateway.PostAsync(path, body, _gateway.TokenOf(Email, "plan-free"), _key);

        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)reply.StatusCode);
        Assert.Contains($"The plan free does not allow the model {Sonnet}.", text, StringComparison.Ordinal);
        Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_HaveWhatThePlanAllows()
    {
        _gateway.Bedrock.Models =
        [
            new() { ModelId = "anthropic.claude-v2", InferenceTypesSupported = ["ON_DEMAND"] },
            new() { ModelId = "amazon.nova-lite-v1:0", InferenceTypesSupported = ["ON_DEMAND"] },
            new() { ModelId = "amazon.titan-text-lite-v1", InferenceTypesSupported = ["ON_DEMAND"] },
        ];

        Assert.Equal("anthropic.claude-v2,amazon.nova-lite-v1:0", await ListAsync("/bedrock", "data", "modelId"));
        Assert.Equal("amazon.nova-lite-v1:0", await ListAsync("/bedrock", "data", "modelId", "plan-free"));
        Assert.Equal(
            "anthropic.claude-v2,amazon.nova-lite-v1:0,smart", await ListAsync("/v1/models", "data", "id", "plan-pro"));
        Assert.Equal("amazon.nova-lite-v1:0,smart", await ListAsync("/v1/models", "data", "id", "plan-free"));
    }

    private Task<HttpResponseMessage> InvokeAsync(string model, params string[] groups) => _gateway.PostAsync(
        "/bedrock",
        $$$"""{"modelId":"{{{model}}}","inferenceParameters":{"a":1}}""",
        _gateway.TokenOf(Email, groups),
        _key);

    private async Task<string> ListAsync(string path, string list, string id, params string[] groups)
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Get, path, _gateway.TokenOf(Email, groups), _key);
        return string.Join(
            ',', (await reply.JsonAsync()).GetProperty(list).EnumerateArray().Select(item => item.GetProperty(id)));
    }
}
