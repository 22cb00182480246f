namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptBedrockTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    private const string UnknownModality =
        "1 validation error detected: Value 'SMELL' at 'byOutputModality' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [TEXT, IMAGE, EMBEDDING]";

    private const string MissingText =
        "Malformed input request: #: required key [inputText] not found, please reformat your input and try again.";

    private const string NeedsProfile =
        "Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn't supported. "
        + "Retry your request with the ID or ARN of an inference profile that contains this model.";

    [Fact]
    public async Task ControlPlane_IsReadByTheClient()
    {
        var result = await node.RunAsync("bedrock", fixture.Aws);

        AssertJson.Equal(
            $$"""
            {
              "jurassic": {
                "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/ai21.j2-mid-v1",
                "modelId": "ai21.j2-mid-v1",
                "modelName": "Jurassic-2 Mid",
                "providerName": "AI21 Labs",
                "inputModalities": ["TEXT"],
                "outputModalities": ["TEXT"],
                "responseStreamingSupported": false,
                "customizationsSupported": [],
                "inferenceTypesSupported": ["ON_DEMAND"],
                "modelLifecycle": { "status": "LEGACY" }
              },
              "nova": "Nova Lite",
              "images": [
                "amazon.nova-canvas-v1:0", "amazon.titan-image-generator-v2:0", "amazon.titan-image-generator-v1"
              ],
              "badFilter": {
                "name": "ValidationException",
                "message": "{{UnknownModality}}",
                "status": 400
              },
              "badModel": {
                "name": "ValidationException",
                "message": "The provided model identifier is invalid.",
                "status": 400
              },
              "fullPages": true,
              "profile": {
                "inferenceProfileName": "US Anthropic Claude Sonnet 4.6",
                "inferenceProfileArn":
                  "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.claude-sonnet-4-6",
                "models": [
                  { "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6" },
                  { "modelArn": "arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6" },
                  { "modelArn": "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-6" }
                ],
                "inferenceProfileId": "us.anthropic.claude-sonnet-4-6",
                "status": "ACTIVE",
                "type": "SYSTEM_DEFINED",
                "description": "Routes requests to Anthropic Claude Sonnet 4.6 in us-east-1, us-east-2 and us-west-2.",
                "createdAt": "2026-09-01T00:00:00.000Z",
                "updatedAt": "2026-09-01T00:00:00.000Z"
              },
              "own": { "name": "team", "type": "APPLICATION", "models": 3, "created": true },
              "gone": {
                "name": "ResourceNotFoundException",
                "message": "The provided inference profile was not found.",
                "status": 404
              }
            }
            """,
            result);
    }

    [Fact]
    public async Task Runtime_AnswersOverHttp2AsTheClientDefaultsTo()
    {
        var result = await node.RunAsync("bedrock-runtime", fixture.Aws);

        AssertJson.Equal(
            $$"""
            {
              "protocol": "h2",
              "texts": {
                "ai21.j2-mid-v1": ["application/json", "\nJurassic-2 Mid heard \"Hello World!\" in request DIGEST."],
                "anthropic.claude-instant-v1": [
                  "application/json", " Claude Instant heard \"Hello World!\" in request DIGEST."
                ],
                "amazon.titan-text-express-v1": [
                  "application/json", "\nTitan Text G1 - Express heard \"Hello World!\" in request DIGEST."
                ],
                "meta.llama2-13b-chat-v1": [
                  "application/json", "Llama 2 Chat 13B heard \"Hello World!\" in request DIGEST."
                ],
                "us.anthropic.claude-sonnet-4-6": [
                  "application/json", "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST."
                ],
                "amazon.nova-lite-v1:0": ["application/json", "Nova Lite heard \"Hello World!\" in request DIGEST."],
                "us.meta.llama4-scout-17b-instruct-v1:0": [
                  "application/json", "Llama 4 Scout 17B Instruct heard \"Hello World!\" in request DIGEST."
                ],
                "mistral.mistral-large-2407-v1:0": [
                  "application/json", "Mistral Large (24.07) heard \"Hello World!\" in request DIGEST."
                ]
              },
              "viaArn": "claude-sonnet-4-6",
              "inputTokens": 5,
              "malformed": {
                "name": "ValidationException",
                "message": "{{MissingText}}",
                "status": 400
              },
              "unknown": {
                "name": "ValidationException",
                "message": "The provided model identifier is invalid.",
                "status": 400
              },
              "needsProfile": {
                "name": "ValidationException",
                "message": "{{NeedsProfile}}",
                "status": 400
              }
            }
            """,
            result);
    }

    [Fact]
    public async Task Streams_AreReadByTheClient_AndTheirErrorsThrown()
    {
        var result = await node.RunAsync("bedrock-streams", fixture.Aws);

        AssertJson.Equal(
            """
            {
              "protocol": "h2",
              "call": { "name": "get_weather", "input": { "city": "city" }, "stopReason": "tool_use" },
              "answer": "Claude Sonnet 4.6 heard \"\" in request DIGEST. Tools answered \"21 degrees\".",
              "streamed": {
                "names": [
                  "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"
                ],
                "text": "",
                "inputs": ["{\"city\":\"city\"}"],
                "stopReason": "tool_use",
                "usage": {
                  "inputTokens": 54, "outputTokens": 13, "totalTokens": 67,
                  "cacheReadInputTokens": 0, "cacheWriteInputTokens": 0
                },
                "start": "get_weather"
              },
              "text": {
                "names": ["messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"],
                "text": "Claude Sonnet 4",
                "inputs": [],
                "stopReason": "max_tokens",
                "usage": {
                  "inputTokens": 1, "outputTokens": 5, "totalTokens": 6,
                  "cacheReadInputTokens": 0, "cacheWriteInputTokens": 0
                }
              },
              "nativeText": "Nova Lite heard \"Hi\"",
              "nativeMetrics": ["inputTokenCount", "outputTokenCount", "invocationLatency", "firstByteLatency"],
              "inputTokens": 53,
              "throttled": { "count": 2, "name": "ThrottlingException", "message": "Slow down." },
              "broken": { "count": 1, "name": "ModelStreamErrorException", "message": "Broken." },
              "notReady": { "name": "ModelNotReadyException", "message": "Not yet.", "status": 429 },
              "blank": {
                "name": "ValidationException",
                "message": "The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.",
                "status": 400
              }
            }
            """,
            result);
    }
}
