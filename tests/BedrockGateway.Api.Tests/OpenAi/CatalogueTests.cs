using System.Net;
using Amazon.Bedrock.Model;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>GET /v1/models and GET /v1/models/{id}.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private const string Nova =
        """{"id":"amazon.nova-lite-v1:0","object":"model","created":1733184000,"owned_by":"Amazon"}""";

    private const string Claude =
        """{"id":"anthropic.claude-sonnet-4-6","object":"model","created":0,"owned_by":"Anthropic"}""";

    private const string Profile =
        """{"id":"us.anthropic.claude-sonnet-4-6","object":"model","created":1735689600,"owned_by":"Anthropic"}""";

    private const string Arn =
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await OpenAiGateway.StartAsync(
            "--ALLOWED_MODELS=amazon.*,anthropic.*",
            """--MODEL_ALIASES={"smart":"us.anthropic.claude-sonnet-4-6","other":"meta.llama3"}""");
        var bedrock = _gateway.Gateway.Bedrock;
        bedrock.Models =
        [
            Model("amazon.nova-lite-v1:0", "Amazon", "ON_DEMAND", new(2024, 12, 3, 0, 0, 0, DateTimeKind.Utc)),
            Model("amazon.nova-pro-v1:0", "Amazon", "PROVISIONED"),
            Model("anthropic.claude-sonnet-4-6", "Anthropic", "INFERENCE_PROFILE"),
            Model("anthropic.claude-opus-5", "Anthropic", "INFERENCE_PROFILE"),
            Model("meta.llama3", "Meta", "ON_DEMAND"),
        ];
        bedrock.Profiles =
        [
            new()
            {
                InferenceProfileId = "us.anthropic.claude-sonnet-4-6",
                InferenceProfileArn = Arn,
                CreatedAt = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            },
            new() { InferenceProfileId = "us.meta.llama3" },
        ];
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Models_AreThoseThatMayBeCalled()
    {
        using var reply = await _gateway.GetAsync("/v1/models");

        await reply.IsAsync(
            200,
            $$"""
            {"object":"list","data":[{{Nova}},{{Claude}},{{Profile}},
            {"id":"smart","object":"model","created":0,"owned_by":"Anthropic"}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task List_IsKeptForAMinute()
    {
        for (var count = 0; count < 3; count++)
        {
            using var reply = await _gateway.GetAsync("/v1/models");
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }

        Assert.Single(_gateway.Gateway.Faults.Calls, "ListFoundationModels");
        _gateway.Gateway.Clock.Advance(TimeSpan.FromSeconds(61));
        using var later = await _gateway.GetAsync("/v1/models");

        Assert.Equal(2, _gateway.Gateway.Faults.Calls.Count(call => call == "ListFoundationModels"));
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", Nova)]
    [InlineData("amazon.nova-lite-v1%3A0", Nova)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:inference-profile%2Fus.anthropic.claude-sonnet-4-6", Profile)]
    [InlineData(Arn, Profile)]
    public async Task Model_IsFoundByIdAndArn(string path, string model)
    {
        using var reply = await _gateway.GetAsync($"/v1/models/{path}");

        await reply.IsAsync(200, model);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("meta.llama3")]
    [InlineData("anthropic.claude-opus-5")]
    public async Task ModelThatMayNotBeCalled_DoesNotExist(string id)
    {
        using var reply = await _gateway.GetAsync($"/v1/models/{id}");

        await reply.IsAsync(
            404,
            $$$"""
            {"error":{"message":"The model '{{{id}}}' does not exist","type":"not_found_error","param":"model",
            "code":"model_not_found"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task BedrocksRefusal_IsToldInTheDialect()
    {
        _gateway.Gateway.Faults.Before(
            "ListInferenceProfiles",
            () => new ThrottlingException("Slow down.") { StatusCode = HttpStatusCode.TooManyRequests });

        using var reply = await _gateway.GetAsync("/v1/models");

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.StartsWith(
            "{\"error\":{\"message\":\"Slow down.\",",
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    private static FoundationModelSummary Model(string id, string provider, string way, DateTime? start = null) => new()
    {
        ModelId = id,
        ModelArn = $"arn:aws:bedrock:us-east-1::foundation-model/{id}",
        ProviderName = provider,
        InferenceTypesSupported = [way],
        ModelLifecycle = new() { StartOfLifeTime = start },
    };
}
