using System.Net;
using System.Text;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using ValidationException = Amazon.BedrockRuntime.Model.ValidationException;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Bedrock as the .NET clients see it.</summary>
public sealed class BedrockSdkTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task ListFoundationModels_FillsTheSummaries()
    {
        using var bedrock = new AmazonBedrockClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonBedrockConfig()));

        var reply = await bedrock.ListFoundationModelsAsync(
            new ListFoundationModelsRequest { ByProvider = "meta" }, TestContext.Current.CancellationToken);

        var llama = Assert.Single(reply.ModelSummaries, model => model.ModelId == "meta.llama2-13b-chat-v1");
        Assert.Equal(
            ("Llama 2 Chat 13B", "Meta", FoundationModelLifecycleStatus.LEGACY, true),
            (llama.ModelName, llama.ProviderName, llama.ModelLifecycle.Status, llama.ResponseStreamingSupported));
        Assert.All(reply.ModelSummaries, model => Assert.Equal("Meta", model.ProviderName));
    }

    [Theory]
    [InlineData("us.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0")]
    public async Task InvokeModel_SendsAndReceivesTheBytesAsTheyAre(string modelId)
    {
        const string Body =
            """
            { "anthropic_version":"bedrock-2023-05-31",
               "max_tokens": 100, "messages":[{"role":"user","content":"Grüße"}] }
            """;
        using var runtime = Runtime();

        var reply = await runtime.InvokeModelAsync(
            new InvokeModelRequest { ModelId = modelId, Body = new(Encoding.UTF8.GetBytes(Body)) },
            TestContext.Current.CancellationToken);

        Assert.Equal("application/json", reply.ContentType);
        Assert.Contains(
            $"\"text\":\"Claude Haiku 4.5 heard \\\"Grüße\\\" in request {BedrockWire.Digest(Body)[..12]}.\"",
            Encoding.UTF8.GetString(reply.Body.ToArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task MalformedInput_IsAValidationException()
    {
        using var runtime = Runtime();

        var fault = await Assert.ThrowsAsync<ValidationException>(() => runtime.InvokeModelAsync(
            new InvokeModelRequest { ModelId = "ai21.j2-mid-v1", Body = new("{}"u8.ToArray()) },
            TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
        Assert.Equal(
            "Malformed input request: #: required key [prompt] not found, please reformat your input and try again.",
            fault.Message);
    }

    private AmazonBedrockRuntimeClient Runtime() =>
        new(LocalAwsFixture.Credentials, fixture.Configure(new AmazonBedrockRuntimeConfig()));
}
