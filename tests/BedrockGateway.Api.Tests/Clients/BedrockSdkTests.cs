using BedrockGateway.LocalAws.Tests;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>AWS's own JavaScript SDK with the gateway for Bedrock Runtime's endpoint.</summary>
public sealed class BedrockSdkTests(ClientGateway gateway) : IClassFixture<ClientGateway>
{
    [Fact]
    public async Task Operations_AnswerAsBedrockDoes()
    {
        var result = await gateway.RunAsync("bedrock-gateway");

        AssertJson.Equal(
            """
            {
              "invoked": "Claude Sonnet 4.6 heard \"Hello\" in request DIGEST.",
              "streamed": "Claude Sonnet 4.6 heard \"Hello\" in request DIGEST.",
              "conversed": {
                "text": "Claude Sonnet 4.6 heard \"Hello\" in request DIGEST.",
                "usage": {
                  "inputTokens": 2,
                  "outputTokens": 20,
                  "totalTokens": 22,
                  "cacheReadInputTokens": 0,
                  "cacheWriteInputTokens": 0
                }
              },
              "stream": {
                "text": "Claude Sonnet 4.6 heard \"Hello\" in request DIGEST.",
                "usage": {
                  "inputTokens": 2,
                  "outputTokens": 20,
                  "totalTokens": 22,
                  "cacheReadInputTokens": 0,
                  "cacheWriteInputTokens": 0
                }
              },
              "counted": 2,
              "unknown": {
                "name": "ValidationException",
                "message": "The provided model identifier is invalid.",
                "status": 400
              }
            }
            """,
            result);
    }
}
