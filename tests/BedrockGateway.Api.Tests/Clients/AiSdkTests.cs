using BedrockGateway.LocalAws.Tests;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>A session of Vercel's AI SDK, with its provider of OpenAI-compatible models.</summary>
public sealed class AiSdkTests(ClientGateway gateway) : IClassFixture<ClientGateway>
{
    [Fact]
    public async Task Session_IsServed()
    {
        var result = await gateway.RunAsync("ai-sdk");

        AssertJson.Equal(
            """
            {
              "text": {
                "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.", "finish": "stop",
                "usage": {"inputTokens": 5, "outputTokens": 23, "totalTokens": 28}
              },
              "thought": "gpt-oss-120b thinks about \"Hi\".",
              "image": "Claude Sonnet 4.6 heard \"What is this?\" in request DIGEST. It saw 1 image: 1x1.",
              "streamed": {
                "kinds": [
                  "start", "start-step", "text-start", "text-delta", "text-end", "finish-step", "finish"
                ],
                "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST."
              },
              "tools": {
                "steps": ["tool-calls", "stop"],
                "results": [{"input": {"city": "city"}, "output": "3 degrees in city"}],
                "text": "Nova Lite heard \"\" in request DIGEST. Tools answered \"3 degrees in city\"."
              },
              "streamedTools": {
                "kinds": [
                  "start", "start-step", "tool-input-start", "tool-input-delta", "tool-input-end", "tool-call",
                  "tool-result", "finish-step", "start-step", "text-start", "text-delta", "text-end",
                  "finish-step", "finish"
                ],
                "text": "Claude Sonnet 4.6 heard \"\" in request DIGEST. Tools answered \"3 degrees in city\"."
              },
              "object": {"claude": {"city": "city", "people": 1}, "gptOss": {"city": "city", "people": 1}},
              "failed": [
                "start", "start-step", "text-start", "text-delta", "error", "text-end", "finish-step", "finish"
              ]
            }
            """,
            result);
    }
}
