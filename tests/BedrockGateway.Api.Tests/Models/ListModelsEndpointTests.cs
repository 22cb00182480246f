using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Models;

public sealed class ListModelsEndpointTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Models_AreListedShortAndInFull()
    {
        _gateway.Bedrock.Models =
        [
            new()
            {
                ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/meta.llama2-13b-chat-v1",
                ModelId = "meta.llama2-13b-chat-v1",
                ModelName = "Llama 2 Chat 13B",
                ProviderName = "Meta",
                InputModalities = ["TEXT"],
                OutputModalities = ["TEXT"],
                ResponseStreamingSupported = true,
                InferenceTypesSupported = ["ON_DEMAND"],
                ModelLifecycle = new()
                {
                    Status = "LEGACY",
                    LegacyTime = new(2025, 5, 12, 0, 0, 0, DateTimeKind.Utc),
                    EndOfLifeTime = new(2026, 1, 30, 7, 8, 9, DateTimeKind.Utc),
                },
            },
        ];

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved foundation models list.",
            "data":[{"modelId":"meta.llama2-13b-chat-v1","modelName":"Llama 2 Chat 13B"}],
            "foundationModels":[{"modelArn":"arn:aws:bedrock:us-east-1::foundation-model/meta.llama2-13b-chat-v1",
            "modelId":"meta.llama2-13b-chat-v1","modelName":"Llama 2 Chat 13B","providerName":"Meta",
            "inputModalities":["TEXT"],"outputModalities":["TEXT"],"responseStreamingSupported":true,
            "customizationsSupported":[],"inferenceTypesSupported":["ON_DEMAND"],
            "modelLifecycle":{"status":"LEGACY","endOfLifeTime":"2026-01-30T07:08:09Z",
            "legacyTime":"2025-05-12T00:00:00Z"}}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task NoModels_AnswersEmptyLists()
    {
        _gateway.Bedrock.Models = null;

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved foundation models list.",
            "data":[],"foundationModels":[]}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task OtherVerb_AnswersInvalidMethod(string method)
    {
        using var reply = await _gateway.SendAsync(new(method), "/bedrock", _token, _key);

        await reply.FailsAsync(400, "Invalid method");
    }

    [Fact]
    public async Task OtherVerbWithoutToken_AnswersUnauthorized()
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Put, "/bedrock");

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    [Fact]
    public async Task Head_AnswersInvalidMethodWithoutBody()
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Head, "/bedrock", _token, _key);

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.Empty(await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
