using BedrockGateway.LocalAws.Tests;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>Sessions of Anthropic's own JavaScript SDK.</summary>
public sealed class AnthropicSdkTests(ClientGateway gateway) : IClassFixture<ClientGateway>
{
    private const string NoFetching =
        "messages.0.content.0.source: This gateway fetches nothing from URLs. Send the data itself, as base64.";

    [Fact]
    public async Task Messages_AreRead()
    {
        var result = await gateway.RunAsync("anthropic");

        AssertJson.Equal(
            """
            {
              "claude": {
                "model": "claude-sonnet-4-6",
                "type": "message",
                "role": "assistant",
                "content": [{"type": "text", "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST."}],
                "stop_reason": "end_turn",
                "stop_sequence": null,
                "usage": {
                  "input_tokens": 9,
                  "cache_creation_input_tokens": 0,
                  "cache_read_input_tokens": 0,
                  "output_tokens": 23
                }
              },
              "nova": {
                "type": "message",
                "role": "assistant",
                "model": "amazon.nova-lite-v1:0",
                "content": [{"type": "text", "text": "Nova Lite heard \"Hello World!\" in request DIGEST."}],
                "stop_reason": "end_turn",
                "stop_sequence": null,
                "usage": {
                  "input_tokens": 9,
                  "cache_creation_input_tokens": 0,
                  "cache_read_input_tokens": 0,
                  "output_tokens": 18
                }
              },
              "named": "claude-sonnet-4-6",
              "betas": "end_turn",
              "limited": "max_tokens",
              "tools": {
                "claude": {
                  "asked": {"stop": "tool_use", "name": "get_weather", "input": {"city": "city"}},
                  "answered": {
                    "stop": "end_turn",
                    "text": "Claude Sonnet 4.6 heard \"\" in request DIGEST. Tools answered \"3 degrees\"."
                  }
                },
                "nova": {
                  "asked": {"stop": "tool_use", "name": "get_weather", "input": {"city": "city"}},
                  "answered": {
                    "stop": "end_turn",
                    "text": "Nova Lite heard \"\" in request DIGEST. Tools answered \"3 degrees\"."
                  }
                }
              },
              "forced": [["tool_use", "get_weather"]],
              "thinking": [["thinking", true], ["text", false]],
              "images": {
                "claude": "Claude Sonnet 4.6 heard \"What is this?\" in request DIGEST. It saw 1 image: 1x1.",
                "nova": "Nova Lite heard \"What is this?\" in request DIGEST. It saw 1 image: 1x1."
              },
              "counts": {"claude": 5}
            }
            """,
            result);
    }

    [Fact]
    public async Task Streams_AreRead()
    {
        var result = await gateway.RunAsync("anthropic-streams");

        AssertJson.Equal(
            """
            {
              "claude": {
                "raw": [
                  "message_start",
                  "content_block_start",
                  "text_delta",
                  "content_block_stop",
                  "message_delta",
                  "message_stop"
                ],
                "text": {
                  "role": "assistant",
                  "stop": "end_turn",
                  "blocks": ["text"],
                  "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.",
                  "inPieces": true,
                  "usage": {
                    "input_tokens": 5,
                    "cache_creation_input_tokens": 0,
                    "cache_read_input_tokens": 0,
                    "output_tokens": 23
                  }
                },
                "tool": {
                  "role": "assistant",
                  "stop": "tool_use",
                  "blocks": ["tool_use"],
                  "text": "",
                  "inPieces": false,
                  "tool": {"city": "city"},
                  "usage": {
                    "input_tokens": 65,
                    "cache_creation_input_tokens": 0,
                    "cache_read_input_tokens": 0,
                    "output_tokens": 13
                  }
                },
                "rawTool": [
                  "message_start",
                  "content_block_start",
                  "input_json_delta",
                  "content_block_stop",
                  "message_delta",
                  "message_stop"
                ]
              },
              "nova": {
                "raw": [
                  "message_start",
                  "content_block_start",
                  "text_delta",
                  "content_block_stop",
                  "message_delta",
                  "message_stop"
                ],
                "text": {
                  "role": "assistant",
                  "stop": "end_turn",
                  "blocks": ["text"],
                  "text": "Nova Lite heard \"Hello World!\" in request DIGEST.",
                  "inPieces": true,
                  "usage": {
                    "input_tokens": 5,
                    "cache_creation_input_tokens": 0,
                    "cache_read_input_tokens": 0,
                    "output_tokens": 18
                  }
                },
                "tool": {
                  "role": "assistant",
                  "stop": "tool_use",
                  "blocks": ["tool_use"],
                  "text": "",
                  "inPieces": false,
                  "tool": {"city": "city"},
                  "usage": {
                    "input_tokens": 65,
                    "cache_creation_input_tokens": 0,
                    "cache_read_input_tokens": 0,
                    "output_tokens": 13
                  }
                },
                "rawTool": [
                  "message_start",
                  "content_block_start",
                  "input_json_delta",
                  "content_block_stop",
                  "message_delta",
                  "message_stop"
                ]
              },
              "thinking": [
                "message_start",
                "content_block_start",
                "thinking_delta",
                "signature_delta",
                "content_block_stop",
                "content_block_start",
                "text_delta",
                "content_block_stop",
                "message_delta",
                "message_stop"
              ],
              "reasoning": [
                "message_start",
                "content_block_start",
                "thinking_delta",
                "signature_delta",
                "content_block_stop",
                "content_block_start",
                "text_delta",
                "content_block_stop",
                "message_delta",
                "message_stop"
              ]
            }
            """,
            result);
    }

    [Fact]
    public async Task Failures_AreErrorsOfTheSdk()
    {
        var result = await gateway.RunAsync("anthropic-errors");

        AssertJson.Equal(
            $$"""
            {
              "wrongKey": {
                "kind": "PermissionDeniedError",
                "status": 403,
                "type": "permission_error",
                "message": "Forbidden"
              },
              "wrongToken": {
                "kind": "AuthenticationError",
                "status": 401,
                "type": "authentication_error",
                "message": "Unauthorized"
              },
              "unknownModel": {
                "kind": "BadRequestError",
                "status": 400,
                "type": "invalid_request_error",
                "message": "The provided model identifier is invalid."
              },
              "image": {
                "kind": "BadRequestError",
                "status": 400,
                "type": "invalid_request_error",
                "message": "{{NoFetching}}"
              },
              "uncounted": {
                "kind": "BadRequestError",
                "status": 400,
                "type": "invalid_request_error",
                "message": "The provided model doesn't support counting tokens."
              },
              "model": {"kind": "APIError", "status": 424, "type": "api_error", "message": "The model failed."},
              "midStream_claude": {"kind": "APIError", "type": "api_error", "message": "The model failed."},
              "midStream_nova": {"kind": "APIError", "type": "api_error", "message": "The model failed."}
            }
            """,
            result);
    }
}
