using System.Net;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class InvokeModelTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Hello = """{"prompt":"Hello World","max_gen_len":128,"temperature":0.1,"top_p":0.9}""";

    private const string UnknownModel = "The provided model identifier is invalid.";

    [Fact]
    public async Task Reply_CarriesTokenCountsAndLatencyInHeaders()
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", Hello);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        Assert.Equal("4", reply.Headers["X-Amzn-Bedrock-Input-Token-Count"]);
        Assert.Equal(
            reply.Body["generation_token_count"]!.ToJsonString(), reply.Headers["X-Amzn-Bedrock-Output-Token-Count"]);
        Assert.Matches("^[0-9]+$", reply.Headers["X-Amzn-Bedrock-Invocation-Latency"]);
        Assert.True(Guid.TryParse(reply.Headers["x-amzn-RequestId"], out _));
    }

    [Fact]
    public async Task SameRequest_GetsTheSameReply_AndOneByteMoreGetsAnother()
    {
        var first = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", Hello);
        var second = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", Hello);
        var other = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", Hello + " ");

        Assert.Equal(first.Text, second.Text);
        Assert.NotEqual(first.Text, other.Text);
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("eu.amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/apac.amazon.nova-lite-v1:0")]
    public async Task Identifier_StandsForItsModel(string identifier)
    {
        const string Body = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, identifier, Body);

        Assert.Equal(
            $"Nova Lite heard \"Hi\" in request {BedrockWire.Digest(Body)[..12]}.",
            (string?)reply.Body["output"]!["message"]!["content"]![0]!["text"]);
    }

    [Fact]
    public async Task Colon_IsTakenUnescapedToo()
    {
        var reply = await BedrockWire.PostAsync(
            fixture.Aws, "/model/mistral.mistral-7b-instruct-v0:2/invoke", """{"prompt":"<s>[INST] Hi [/INST]"}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("amazon.absent-v1")]
    [InlineData("us.meta.llama2-13b-chat-v1")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/a1b2c3d4e5f6")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:provisioned-model/a1b2c3d4e5f6")]
    [InlineData("arn:aws:s3:::bucket")]
    public async Task UnknownIdentifier_IsRefused(string identifier)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, identifier, Hello);

        Assert.Equal(BedrockReply.Invalid(UnknownModel), reply.Fault);
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-6")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6")]
    public async Task ModelThatNeedsAProfile_SaysSo(string identifier)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, identifier, "{}");

        Assert.Equal(
            BedrockReply.Invalid(
                "Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn't supported. Retry "
                + "your request with the ID or ARN of an inference profile that contains this model."),
            reply.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("prompt=Hello")]
    [InlineData("""{"prompt":"a","prompt":"b"}""")]
    [InlineData("""{"prompt":"\ud800"}""")]
    public async Task BodyThatIsNoJson_IsMalformed(string body)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", body);

        Assert.Equal(
            BedrockReply.Invalid("Malformed input request, please reformat your input and try again."), reply.Fault);
    }

    [Fact]
    public async Task BytesThatAreNoUtf8_AreMalformed()
    {
        var reply = await BedrockWire.SendAsync(
            fixture.Aws,
            HttpMethod.Post,
            "/model/meta.llama2-13b-chat-v1/invoke",
            new ByteArrayContent([.. "{\"prompt\":\""u8, 0xFF, .. "\"}"u8]));

        Assert.Equal(
            BedrockReply.Invalid("Malformed input request, please reformat your input and try again."), reply.Fault);
    }

    [Fact]
    public async Task BodyBeyondTheLimit_IsRefused_AndTheLimitIsTaken()
    {
        const int Limit = 25_000_000;
        var largest = Hello.PadRight(Limit);

        var taken = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", largest);
        var refused = await BedrockWire.InvokeAsync(fixture.Aws, "meta.llama2-13b-chat-v1", largest + " ");

        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal(
            BedrockReply.Invalid(
                "1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length "
                + "less than or equal to 25000000"),
            refused.Fault);
    }

    [Fact]
    public async Task Guardrail_DoesNotExist()
    {
        var reply = await BedrockWire.SendAsync(
            fixture.Aws,
            HttpMethod.Post,
            "/model/meta.llama2-13b-chat-v1/invoke",
            new ByteArrayContent(Encoding.UTF8.GetBytes(Hello)),
            ("X-Amzn-Bedrock-GuardrailIdentifier", "gr-1"),
            ("X-Amzn-Bedrock-GuardrailVersion", "1"));

        Assert.Equal(
            BedrockReply.Invalid("The guardrail identifier or version provided in the request does not exist."),
            reply.Fault);
    }

    [Fact]
    public async Task ModelWithoutEmulatedReplies_IsNamed()
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, "amazon.nova-reel-v1:0", "{}");

        Assert.Equal(
            "LocalAws does not emulate bedrock-runtime:InvokeModel of amazon.nova-reel-v1:0.",
            (string?)reply.Body["message"]);
    }
}
