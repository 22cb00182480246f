using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Models;

public sealed class AllowedModelsTests
{
    public static TheoryData<string> Settings => [.. AllowedModelCases.All.Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Patterns_JudgeIdsAndArns(string patterns)
    {
        var (allowed, refused) = AllowedModelCases.All[patterns];

        var models = AllowedModels.Parse(patterns);

        Assert.All(allowed, id => Assert.True(models.Allows(WithApplication(id)), id));
        Assert.All(refused, id => Assert.False(models.Allows(WithApplication(id)), id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("*")]
    [InlineData("*, amazon.nova-lite-v1:0")]
    public void NoPatternOrAStar_AllowsWhateverThereIs(string? patterns)
    {
        var models = AllowedModels.Parse(patterns);

        Assert.True(models.Allows("a1b2c3d4e5f6"));
        Assert.True(models.Allows("arn:aws:bedrock:us-east-1:000000000000:provisioned-model/a1b2c3d4e5f6"));
        Assert.True(models.Lists("amazon.nova-lite-v1:0"));
    }

    [Theory]
    [InlineData("application-inference-profile/a1*", "a1b2c3d4e5f6", true)]
    [InlineData("application-inference-profile/a1*", "b1b2c3d4e5f6", false)]
    [InlineData("*a1*", "a1b2c3d4e5f6", false)]
    [InlineData("**", "arn:aws:bedrock:us-east-1:000000000000:provisioned-model/a1b2c3d4e5f6", false)]
    [InlineData("minimax.minimax-*", "minimax.minimax-m2.1", true)]
    [InlineData("zai.glm-4.7", "us.zai.glm-4.7", true)]
    [InlineData("Zai.*", "zai.glm-4.7", false)]
    public void OddIds_AreTakenAsTheyAre(string patterns, string id, bool allowed) =>
        Assert.Equal(allowed, AllowedModels.Parse(patterns).Allows(id));

    [Theory]
    [InlineData("anthropic.*", "anthropic.claude-sonnet-4-6", true)]
    [InlineData("eu.anthropic.*", "anthropic.claude-sonnet-4-6", true)]
    [InlineData("eu.anthropic.*", "amazon.nova-lite-v1:0", false)]
    [InlineData("anthropic.*", "amazon.nova-lite-v1:0", false)]
    [InlineData("application-inference-profile/*", "amazon.nova-lite-v1:0", false)]
    public void List_HasWhatCanBeCalledByIdOrByAProfile(string patterns, string modelId, bool listed) =>
        Assert.Equal(listed, AllowedModels.Parse(patterns).Lists(modelId));

    [Fact]
    public async Task OtherModel_AnswersForbiddenAndIsNotCalled()
    {
        await using var gateway = await Gateway.StartAsync(
            FunctionRole.Kestrel, "--ALLOWED_MODELS=meta.*, amazon.nova-*");
        var (token, key) = await gateway.EnterAsync();

        using var refused = await gateway.PostAsync(
            "/bedrock", """{"modelId":"us.anthropic.claude-sonnet-4-6","inferenceParameters":{"a":1}}""", token, key);
        using var answered = await gateway.PostAsync(
            "/bedrock", """{"modelId":"us.meta.llama3","inferenceParameters":{"a":1}}""", token, key);

        await refused.FailsAsync(
            403,
            "This gateway does not allow the model us.anthropic.claude-sonnet-4-6. "
            + "GET /bedrock lists those that it allows.");
        Assert.Equal(200, (int)answered.StatusCode);
        Assert.Equal("us.meta.llama3", Assert.Single(gateway.Runtime.Asked).ModelId);
    }

    [Fact]
    public async Task List_LeavesTheOthersOut()
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Kestrel, "--ALLOWED_MODELS=meta.*");
        var (token, key) = await gateway.EnterAsync();
        gateway.Bedrock.Models = [new() { ModelId = "meta.llama3" }, new() { ModelId = "amazon.nova-lite-v1:0" }];

        using var reply = await gateway.SendAsync(HttpMethod.Get, "/bedrock", token, key);

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved foundation models list.",
            "data":[{"modelId":"meta.llama3"}],
            "foundationModels":[{"modelId":"meta.llama3","inputModalities":[],"outputModalities":[],
            "customizationsSupported":[],"inferenceTypesSupported":[]}],"inferenceProfiles":[]}
            """.ReplaceLineEndings(""));
    }

    private static string WithApplication(string id) =>
        id.Replace(AllowedModelCases.Application, "a1b2c3d4e5f6", StringComparison.Ordinal);
}
