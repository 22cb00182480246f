using BedrockGateway.LocalAws.Tests;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>Sessions of OpenAI's own JavaScript SDK.</summary>
public sealed class OpenAiSdkTests(ClientGateway gateway) : IClassFixture<ClientGateway>
{
    [Fact]
    public async Task Chats_AreRead()
    {
        var result = await gateway.RunAsync("openai-chat");

        AssertJson.Equal(
            """
            {
              "whole": {
                "object": "chat.completion", "model": "us.anthropic.claude-sonnet-4-6",
                "choices": [
                  {
                    "index": 0,
                    "message": {
                      "role": "assistant",
                      "content": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.", "refusal": null
                    },
                    "logprobs": null, "finish_reason": "stop"
                  }
                ],
                "usage": {
                  "prompt_tokens": 5, "completion_tokens": 23, "total_tokens": 28,
                  "prompt_tokens_details": {"cached_tokens": 0}
                }
              },
              "limited": "length",
              "stopped": {
                "index": 0,
                "message": {"role": "assistant", "content": "Nova Lite heard \"Hello ", "refusal": null},
                "logprobs": null, "finish_reason": "stop"
              },
              "forced": {
                "index": 0,
                "message": {
                  "role": "assistant", "content": null, "refusal": null,
                  "tool_calls": [
                    {
                      "type": "function",
                      "function": {"name": "get_weather", "arguments": "{\"city\":\"city\"}"}
                    }
                  ]
                },
                "logprobs": null, "finish_reason": "tool_calls"
              },
              "tools": {
                "claude": {
                  "asked": [{"city": "city"}],
                  "answered": "Claude Sonnet 4.6 heard \"\" in request DIGEST. Tools answered \"3 degrees\".",
                  "roles": ["user", "assistant", "tool", "assistant"]
                },
                "nova": {
                  "asked": [{"city": "city"}],
                  "answered": "Nova Lite heard \"\" in request DIGEST. Tools answered \"3 degrees\".",
                  "roles": ["user", "assistant", "tool", "assistant"]
                },
                "gptOss": {
                  "asked": [{"city": "city"}],
                  "answered": "gpt-oss-120b heard \"\" in request DIGEST. Tools answered \"3 degrees\".",
                  "roles": ["user", "assistant", "tool", "assistant"]
                }
              },
              "parsed": {
                "claude": {"parsed": {"city": "city", "people": 1}, "finish_reason": "stop", "tools": null},
                "gptOss": {"parsed": {"city": "city", "people": 1}, "finish_reason": "stop", "tools": null},
                "besideTools": {"parsed": {"city": "city", "people": 1}, "finish_reason": "stop", "tools": null}
              },
              "thought": "Claude Sonnet 4.6 thinks about \"Hi\".", "effort": "gpt-oss-120b thinks about \"Hi\".",
              "image": "Claude Sonnet 4.6 heard \"What is this?\" in request DIGEST. It saw 1 image: 1x1.",
              "cache": [
                {
                  "prompt_tokens": 3002, "completion_tokens": 19, "total_tokens": 3021,
                  "prompt_tokens_details": {"cached_tokens": 0}
                },
                {
                  "prompt_tokens": 3002, "completion_tokens": 19, "total_tokens": 3021,
                  "prompt_tokens_details": {"cached_tokens": 3001}
                }
              ],
              "models": {
                "some": [true, true, true],
                "one": {"id": "amazon.nova-lite-v1:0", "object": "model", "created": 0, "owned_by": "Amazon"}
              }
            }
            """,
            result);
    }

    [Fact]
    public async Task ChatStreams_AreRead()
    {
        var result = await gateway.RunAsync("openai-streams");

        AssertJson.Equal(
            """
            {
              "claude": {
                "message": {
                  "role": "assistant", "content": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.",
                  "refusal": null, "parsed": null
                },
                "finish_reason": "stop",
                "usage": {
                  "prompt_tokens": 5, "completion_tokens": 23, "total_tokens": 28,
                  "prompt_tokens_details": {"cached_tokens": 0}
                },
                "inPieces": true
              },
              "nova": {
                "message": {
                  "role": "assistant", "content": "Nova Lite heard \"Hello World!\" in request DIGEST.",
                  "refusal": null, "parsed": null
                },
                "finish_reason": "stop",
                "usage": {
                  "prompt_tokens": 5, "completion_tokens": 18, "total_tokens": 23,
                  "prompt_tokens_details": {"cached_tokens": 0}
                },
                "inPieces": true
              },
              "raw": {"kinds": ["role+content+refusal", "content", "stop"], "ids": 1},
              "thinking": {
                "kinds": ["role+content+refusal", "reasoning_content", "reasoning_signature", "content", "stop"],
                "ids": 1
              },
              "reasoning": {
                "kinds": ["role+content+refusal", "reasoning_content", "reasoning_signature", "content", "stop"],
                "ids": 1
              },
              "tools": {
                "message": {
                  "role": "assistant", "content": null, "refusal": null,
                  "tool_calls": [
                    {
                      "type": "function",
                      "function": {"name": "get_weather", "arguments": "{\"city\":\"city\"}"}
                    },
                    {"type": "function", "function": {"name": "get_time", "arguments": "{\"city\":\"city\"}"}}
                  ],
                  "parsed": null
                },
                "finish_reason": "tool_calls",
                "usage": {
                  "prompt_tokens": 123, "completion_tokens": 25, "total_tokens": 148,
                  "prompt_tokens_details": {"cached_tokens": 0}
                },
                "inPieces": false
              },
              "one": 1,
              "parsed": {
                "role": "assistant", "parsed": {"city": "city", "people": 1},
                "content": "{\"city\":\"city\",\"people\":1}", "refusal": null
              }
            }
            """,
            result);
    }

    [Fact]
    public async Task Embeddings_AreRead()
    {
        var result = await gateway.RunAsync("openai-embeddings");

        AssertJson.Equal(
            """
            {
              "amazon.titan-embed-text-v2:0": {
                "object": "list", "indexes": [0, 1, 2], "dimensions": [1024, 1024], "length": 1, "same": true,
                "different": true, "usage": {"prompt_tokens": 3, "total_tokens": 3}
              },
              "amazon.titan-embed-text-v1": {
                "object": "list", "indexes": [0, 1, 2], "dimensions": [1536, 1536], "length": 1, "same": true,
                "different": true, "usage": {"prompt_tokens": 3, "total_tokens": 3}
              },
              "cohere.embed-english-v3": {
                "object": "list", "indexes": [0, 1, 2], "dimensions": [1024, 1024], "length": 1, "same": true,
                "different": true, "usage": {"prompt_tokens": 3, "total_tokens": 3}
              },
              "short": 256, "many": [200, 199, 256]
            }
            """,
            result);
    }
}
