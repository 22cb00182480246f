using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class ListFoundationModelsTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task Model_IsDescribedAsBedrockDescribesIt()
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, "/foundation-models");

        var model = Assert.Single(Models(reply), model => (string?)model["modelId"] == "amazon.nova-lite-v1:0");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(JsonNode.DeepEquals(
            model,
            JsonNode.Parse("""
                {
                  "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
                  "modelId": "amazon.nova-lite-v1:0",
                  "modelName": "Nova Lite",
                  "providerName": "Amazon",
                  "inputModalities": ["TEXT", "IMAGE", "VIDEO"],
                  "outputModalities": ["TEXT"],
                  "responseStreamingSupported": true,
                  "customizationsSupported": ["FINE_TUNING"],
                  "inferenceTypesSupported": ["ON_DEMAND", "INFERENCE_PROFILE"],
                  "modelLifecycle": { "status": "ACTIVE" }
                }
                """)),
            model.ToJsonString());
    }

    [Theory]
    [InlineData("ai21.j2-mid-v1")]
    [InlineData("anthropic.claude-instant-v1")]
    [InlineData("amazon.titan-text-express-v1")]
    [InlineData("meta.llama2-13b-chat-v1")]
    public async Task RetiredModel_IsListedAsLegacyAndOnDemand(string modelId)
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, "/foundation-models");

        var model = Assert.Single(Models(reply), model => (string?)model["modelId"] == modelId);
        Assert.Equal("LEGACY", (string?)model["modelLifecycle"]!["status"]);
        Assert.Equal("""["ON_DEMAND"]""", model["inferenceTypesSupported"]!.ToJsonString());
    }

    [Fact]
    public async Task Catalogue_HasEachModelOnceWithAnArnOfItsId()
    {
        var models = Models(await BedrockWire.GetAsync(fixture.Aws, "/foundation-models")).ToArray();

        Assert.Equal(models.Length, models.DistinctBy(model => (string?)model["modelId"]).Count());
        Assert.All(models, model => Assert.Equal(
            $"arn:aws:bedrock:us-east-1::foundation-model/{model["modelId"]}", (string?)model["modelArn"]));
    }

    [Theory]
    [InlineData("byProvider=Mistral%20AI", "providerName", "\"Mistral AI\"")]
    [InlineData("byProvider=anthropic", "providerName", "\"Anthropic\"")]
    [InlineData("byOutputModality=EMBEDDING", "outputModalities", "[\"EMBEDDING\"]")]
    [InlineData("byCustomizationType=FINE_TUNING", "customizationsSupported", "[\"FINE_TUNING\"]")]
    public async Task Filter_LeavesTheModelsThatFit(string query, string property, string expected)
    {
        var all = Models(await BedrockWire.GetAsync(fixture.Aws, "/foundation-models"));
        var models = Models(await BedrockWire.GetAsync(fixture.Aws, $"/foundation-models?{query}")).ToArray();

        Assert.Equal(all.Count(model => model[property]!.ToJsonString() == expected), models.Length);
        Assert.All(models, model => Assert.Equal(expected, model[property]!.ToJsonString()));
    }

    [Fact]
    public async Task OnDemandFilter_LeavesOutModelsThatNeedAProfile()
    {
        var ids = Models(await BedrockWire.GetAsync(fixture.Aws, "/foundation-models?byInferenceType=ON_DEMAND"))
            .Select(model => (string?)model["modelId"]).ToArray();

        Assert.Contains("amazon.nova-lite-v1:0", ids);
        Assert.DoesNotContain("anthropic.claude-sonnet-4-6", ids);
    }

    [Fact]
    public async Task FiltersTogether_MustAllFit()
    {
        var reply = await BedrockWire.GetAsync(
            fixture.Aws, "/foundation-models?byProvider=amazon&byOutputModality=IMAGE&byInferenceType=ON_DEMAND");

        Assert.Equal(
            ["amazon.nova-canvas-v1:0", "amazon.titan-image-generator-v2:0", "amazon.titan-image-generator-v1"],
            Models(reply).Select(model => (string?)model["modelId"]));
    }

    [Theory]
    [InlineData("byProvider=Nobody")]
    [InlineData("byInferenceType=PROVISIONED")]
    public async Task FilterThatNothingFits_ListsNothing(string query) =>
        Assert.Empty(Models(await BedrockWire.GetAsync(fixture.Aws, $"/foundation-models?{query}")));

    [Theory]
    [InlineData(
        "byOutputModality=SMELL",
        "1 validation error detected: Value 'SMELL' at 'byOutputModality' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [TEXT, IMAGE, EMBEDDING]")]
    [InlineData(
        "byProvider=a_b&byInferenceType=FREE",
        "2 validation errors detected: Value 'FREE' at 'byInferenceType' failed to satisfy constraint: Member "
        + "must satisfy enum value set: [ON_DEMAND, PROVISIONED]; Value 'a_b' at 'byProvider' failed to satisfy "
        + "constraint: Member must satisfy regular expression pattern: [A-Za-z0-9- ]{1,63}")]
    [InlineData(
        "byCustomizationType=",
        "1 validation error detected: Value '' at 'byCustomizationType' failed to satisfy constraint: Member "
        + "must satisfy enum value set: [FINE_TUNING, CONTINUED_PRE_TRAINING, DISTILLATION]")]
    public async Task UnknownFilterValue_IsNamedInTheFault(string query, string message)
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, $"/foundation-models?{query}");

        Assert.Equal(BedrockReply.Invalid(message), reply.Fault);
    }

    private static IEnumerable<JsonNode> Models(BedrockReply reply) =>
        reply.Body["modelSummaries"]!.AsArray().Select(model => model!);
}
