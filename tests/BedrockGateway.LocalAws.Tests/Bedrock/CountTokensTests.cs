using System.Text;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class CountTokensTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Messages =
        """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":10,"system":"Be kind",
         "messages":[{"role":"user","content":"Hello, world!"}]}
        """;

    [Fact]
    public async Task BodyOfInvokeModel_CountsAsInvokeModelDoes()
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Messages));
        var counted = await BedrockWire.PostAsync(
            fixture.Aws,
            "/model/anthropic.claude-sonnet-4-6/count-tokens",
            """{"input":{"invokeModel":{"body":"BODY"}}}""".Replace("BODY", body, StringComparison.Ordinal));
        var invoked = await BedrockWire.InvokeAsync(fixture.Aws, "us.anthropic.claude-sonnet-4-6", Messages);

        Assert.Equal("""{"inputTokens":8}""", counted.Text);
        Assert.Equal("8", invoked.Headers["X-Amzn-Bedrock-Input-Token-Count"]);
    }

    [Fact]
    public async Task MessagesOfConverse_Count()
    {
        var counted = await BedrockWire.PostAsync(
            fixture.Aws,
            "/model/anthropic.claude-sonnet-4-6/count-tokens",
            """{"input":{"converse":{"system":[{"text":"Be kind"}],"messages":[{"role":"user","content":["""
            + """{"text":"Hello, world!"}]}]}}}""");

        Assert.Equal("""{"inputTokens":8}""", counted.Text);
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", "{}", "The provided model doesn't support counting tokens.")]
    [InlineData(
        "anthropic.claude-sonnet-4-6",
        "{}",
        "The input must hold either the body of InvokeModel or the messages of Converse.")]
    [InlineData(
        "anthropic.claude-sonnet-4-6",
        """{"input":{"invokeModel":{"body":"e30="},"converse":{"messages":[]}}}""",
        "The input must hold either the body of InvokeModel or the messages of Converse.")]
    public async Task InputThatCannotBeCounted_IsRefused(string modelId, string body, string message)
    {
        var reply = await BedrockWire.PostAsync(
            fixture.Aws, $"/model/{Uri.EscapeDataString(modelId)}/count-tokens", body);

        Assert.Equal(BedrockReply.Invalid(message), reply.Fault);
    }
}
