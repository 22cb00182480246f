using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class BedrockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListFoundationModels_FiltersByQueryAndReadsSummaries()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"modelSummaries":[{"modelArn":"arn:aws:bedrock:us-east-1::foundation-model/m","modelId":"m",
            "modelName":"M","providerName":"P","inputModalities":["TEXT","IMAGE"],"outputModalities":["TEXT"],
            "responseStreamingSupported":true,"customizationsSupported":[],"inferenceTypesSupported":["ON_DEMAND"],
            "modelLifecycle":{"status":"LEGACY","endOfLifeTime":"2026-03-01T00:00:00Z"}}]}
            """,
            Token);
        using var client = Clients.Bedrock(server);

        var response = await client.ListFoundationModelsAsync(
            new ListFoundationModelsRequest { ByProvider = "P", ByOutputModality = ModelModality.TEXT }, Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/foundation-models?byOutputModality=TEXT&byProvider=P", request.Target);
        Assert.Equal("AKIDEXAMPLE/eu-west-1/bedrock", request.SignatureScope);
        var model = Assert.Single(response.ModelSummaries);
        Assert.Equal(("m", "M", "P"), (model.ModelId, model.ModelName, model.ProviderName));
        Assert.Equal("arn:aws:bedrock:us-east-1::foundation-model/m", model.ModelArn);
        Assert.Equal(["TEXT", "IMAGE"], model.InputModalities);
        Assert.Equal(["ON_DEMAND"], model.InferenceTypesSupported);
        Assert.Empty(model.CustomizationsSupported);
        Assert.True(model.ResponseStreamingSupported);
        Assert.Equal(FoundationModelLifecycleStatus.LEGACY, model.ModelLifecycle.Status);
        Assert.Equal(
            new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
            model.ModelLifecycle.EndOfLifeTime!.Value.ToUniversalTime());
        Assert.Null(model.ModelLifecycle.LegacyTime);
    }

    [Fact]
    public async Task AccessDenied_ThrowsItsType()
    {
        await using var server = await WireServer.AnsweringAsync(
            403,
            """{"message":"no"}""",
            Token,
            ("x-amzn-ErrorType", "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.bedrock/"));
        using var client = Clients.Bedrock(server);

        var fault = await Assert.ThrowsAsync<AccessDeniedException>(
            () => client.ListFoundationModelsAsync(new ListFoundationModelsRequest(), Token));

        Assert.Equal(("no", "AccessDeniedException"), (fault.Message, fault.ErrorCode));
    }
}
