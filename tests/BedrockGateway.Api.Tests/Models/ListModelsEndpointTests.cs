using System.Net;
using System.Text.Json.Nodes;
using Amazon.Bedrock.Model;
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
        _gateway.Bedrock.Profiles =
        [
            new()
            {
                InferenceProfileArn =
                    "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama2-13b-chat-v1",
                InferenceProfileId = "us.meta.llama2-13b-chat-v1",
                InferenceProfileName = "US Llama 2",
                Status = "ACTIVE",
                Type = "SYSTEM_DEFINED",
                Models =
                [
                    new() { ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/meta.llama2-13b-chat-v1" },
                ],
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
            "legacyTime":"2025-05-12T00:00:00Z"}}],
            "inferenceProfiles":[{"inferenceProfileArn":
            "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama2-13b-chat-v1",
            "inferenceProfileId":"us.meta.llama2-13b-chat-v1","inferenceProfileName":"US Llama 2","status":"ACTIVE",
            "type":"SYSTEM_DEFINED",
            "models":[{"modelArn":"arn:aws:bedrock:us-east-1::foundation-model/meta.llama2-13b-chat-v1"}]}]}
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
            "data":[],"foundationModels":[],"inferenceProfiles":[]}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("?provider=meta", new[] { "meta.llama3" }, new[] { "us.meta.llama3" })]
    [InlineData("?modality=image", new[] { "amazon.nova-canvas-v1:0" }, new string[0])]
    [InlineData("?streaming=true&modality=TEXT", new[] { "meta.llama3" }, new[] { "us.meta.llama3" })]
    [InlineData("?streaming=false", new[] { "amazon.nova-canvas-v1:0" }, new string[0])]
    [InlineData("?provider=nobody", new string[0], new string[0])]
    [InlineData("?other=1", new[] { "meta.llama3", "amazon.nova-canvas-v1:0" }, new[] { "us.meta.llama3" })]
    public async Task Filters_ChooseModelsAndTheirProfiles(string query, string[] models, string[] profiles)
    {
        _gateway.Bedrock.Models =
        [
            Model("meta.llama3", "Meta", "TEXT", streams: true),
            Model("amazon.nova-canvas-v1:0", "Amazon", "IMAGE", streams: false),
        ];
        _gateway.Bedrock.Profiles =
        [
            new() { InferenceProfileId = "us.meta.llama3", Models = [new() { ModelArn = "arn:x/meta.llama3" }] },
        ];

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock" + query, _token, _key);

        var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(models, body["data"]!.AsArray().Select(model => (string?)model!["modelId"]));
        Assert.Equal(
            profiles, body["inferenceProfiles"]!.AsArray().Select(profile => (string?)profile!["inferenceProfileId"]));
    }

    [Fact]
    public async Task Lists_AreRememberedForAMinute()
    {
        await SendAsync();
        await SendAsync();
        var calls = _gateway.Faults.Calls.Count(call => call is "ListFoundationModels" or "ListInferenceProfiles");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(61));
        await SendAsync();

        Assert.Equal(2, calls);
        Assert.Equal(
            4, _gateway.Faults.Calls.Count(call => call is "ListFoundationModels" or "ListInferenceProfiles"));

        async Task SendAsync()
        {
            using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }
    }

    private static FoundationModelSummary Model(string id, string provider, string writes, bool streams) => new()
    {
        ModelArn = $"arn:aws:bedrock:us-east-1::foundation-model/{id}",
        ModelId = id,
        ProviderName = provider,
        OutputModalities = [writes],
        ResponseStreamingSupported = streams,
    };

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
