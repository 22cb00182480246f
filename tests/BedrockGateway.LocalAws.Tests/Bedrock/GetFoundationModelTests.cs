namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class GetFoundationModelTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0")]
    public async Task IdOrArn_FindsTheModelHoweverItMayBeCalled(string identifier)
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, $"/foundation-models/{Uri.EscapeDataString(identifier)}");

        Assert.Equal("Claude Haiku 4.5", (string?)reply.Body["modelDetails"]!["modelName"]);
        Assert.Equal(
            """["INFERENCE_PROFILE"]""", reply.Body["modelDetails"]!["inferenceTypesSupported"]!.ToJsonString());
    }

    [Fact]
    public async Task UnknownModel_IsRefused()
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, "/foundation-models/amazon.absent-v1");

        Assert.Equal(BedrockReply.Invalid("The provided model identifier is invalid."), reply.Fault);
    }
}
