using BedrockGateway.LocalAws.Tests;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>Sessions of OpenAI's own JavaScript SDK with its newer form, and with failures.</summary>
public sealed class OpenAiResponsesSdkTests(ClientGateway gateway) : IClassFixture<ClientGateway>
{
    private const string NoFetching =
        "400 This gateway fetches nothing by URL: send it in the request, as a data URL such as "
        + "data:image/png;base64,...";

    [Fact]
    public async Task Responses_AreRead()
    {
        var result = await gateway.RunAsync("openai-responses");

        AssertJson.Equal(
            """
            {
              "whole": {
                "object": "response", "status": "completed", "background": false, "error": null,
                "incomplete_details": null, "model": "us.anthropic.claude-sonnet-4-6",
                "output": [
                  {
                    "type": "message", "status": "completed", "role": "assistant",
                    "content": [
                      {
                        "type": "output_text",
                        "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.", "annotations": [],
                        "logprobs": []
                      }
                    ]
                  }
                ],
                "previous_response_id": null, "store": false, "instructions": "Be brief.",
                "max_output_tokens": null, "metadata": {}, "parallel_tool_calls": true,
                "reasoning": {"effort": null, "summary": null}, "temperature": null,
                "text": {"format": {"type": "text"}}, "tool_choice": "auto", "tools": [], "top_p": null,
                "truncation": "disabled", "user": null,
                "usage": {
                  "input_tokens": 9, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 23,
                  "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 32
                },
                "output_text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST."
              },
              "limited": {"reason": "max_output_tokens"},
              "image": "Claude Sonnet 4.6 heard \"What is this?\" in request DIGEST. It saw 1 image: 1x1.",
              "tools": {
                "claude": {
                  "asked": {
                    "type": "function_call", "status": "completed", "name": "get_weather",
                    "arguments": "{\"city\":\"city\"}"
                  },
                  "answered": "Claude Sonnet 4.6 heard \"\" in request DIGEST. Tools answered \"3 degrees\"."
                },
                "nova": {
                  "asked": {
                    "type": "function_call", "status": "completed", "name": "get_weather",
                    "arguments": "{\"city\":\"city\"}"
                  },
                  "answered": "Nova Lite heard \"\" in request DIGEST. Tools answered \"3 degrees\"."
                }
              },
              "parsed": {"city": "city", "people": 1}, "thinking": [["reasoning", 1], ["message", 1]],
              "raw": {
                "names": [
                  "response.created", "response.in_progress", "response.output_item.added",
                  "response.content_part.added", "response.output_text.delta", "response.output_text.done",
                  "response.content_part.done", "response.output_item.done", "response.completed"
                ],
                "inOrder": true
              },
              "rawTool": {
                "names": [
                  "response.created", "response.in_progress", "response.output_item.added",
                  "response.function_call_arguments.delta", "response.function_call_arguments.done",
                  "response.output_item.done", "response.completed"
                ],
                "inOrder": true
              },
              "rawThinking": {
                "names": [
                  "response.created", "response.in_progress", "response.output_item.added",
                  "response.content_part.added", "response.reasoning_text.delta", "response.reasoning_text.done",
                  "response.content_part.done", "response.output_item.done", "response.output_item.added",
                  "response.content_part.added", "response.output_text.delta", "response.output_text.done",
                  "response.content_part.done", "response.output_item.done", "response.completed"
                ],
                "inOrder": true
              },
              "streamed": {
                "status": "completed",
                "output": [
                  {
                    "type": "message", "status": "completed", "role": "assistant",
                    "content": [
                      {
                        "type": "output_text",
                        "text": "Claude Sonnet 4.6 heard \"Hello World!\" in request DIGEST.", "annotations": [],
                        "logprobs": [], "parsed": null
                      }
                    ]
                  }
                ],
                "inPieces": true,
                "usage": {
                  "input_tokens": 5, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 23,
                  "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 28
                }
              },
              "streamedTool": {
                "status": "completed",
                "output": [
                  {
                    "type": "function_call", "status": "completed", "name": "get_weather",
                    "arguments": "{\"city\":\"city\"}", "parsed_arguments": null
                  }
                ],
                "inPieces": false,
                "usage": {
                  "input_tokens": 65, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 13,
                  "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 78
                }
              },
              "streamedThinking": {
                "status": "completed",
                "output": [
                  {
                    "type": "reasoning", "summary": [],
                    "content": [{"type": "reasoning_text", "text": "gpt-oss-120b thinks about \"Hi\"."}]
                  },
                  {
                    "type": "message", "status": "completed", "role": "assistant",
                    "content": [
                      {
                        "type": "output_text", "text": "gpt-oss-120b heard \"Hi\" in request DIGEST.",
                        "annotations": [], "logprobs": [], "parsed": null
                      }
                    ]
                  }
                ],
                "inPieces": true,
                "usage": {
                  "input_tokens": 1, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 30,
                  "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 31
                }
              }
            }
            """,
            result);
    }

    [Fact]
    public async Task Errors_AreRead()
    {
        var result = await gateway.RunAsync("openai-errors");

        AssertJson.Equal(
            $$"""
            {
              "wrongKey": {
                "kind": "PermissionDeniedError", "status": 403, "type": "permission_error",
                "code": "permission_error", "message": "403 Forbidden"
              },
              "wrongToken": {
                "kind": "AuthenticationError", "status": 401, "type": "authentication_error",
                "code": "authentication_error", "message": "401 Unauthorized"
              },
              "unknownModel": {
                "kind": "BadRequestError", "status": 400, "type": "invalid_request_error", "code": null,
                "param": null, "message": "400 The provided model identifier is invalid."
              },
              "noModel": {
                "kind": "NotFoundError", "status": 404, "type": "not_found_error", "code": "model_not_found",
                "param": "model", "message": "404 The model 'absent' does not exist"
              },
              "many": {
                "kind": "BadRequestError", "status": 400, "type": "invalid_request_error",
                "code": "unsupported_value", "param": "n",
                "message": "400 This gateway gives one answer to a request: n must be 1."
              },
              "fetched": {
                "kind": "BadRequestError", "status": 400, "type": "invalid_request_error",
                "code": "unsupported_value", "param": "messages[0].content[0].image_url.url",
                "message": "{{NoFetching}}"
              },
              "tokens": {
                "kind": "BadRequestError", "status": 400, "type": "invalid_request_error",
                "code": "unsupported_value", "param": "input[0]",
                "message": "400 Token arrays are not supported, as models have tokens of their own: send text."
              },
              "kept": {
                "kind": "BadRequestError", "status": 400, "type": "invalid_request_error",
                "code": "unsupported_value", "param": "previous_response_id",
                "message": "400 This gateway keeps no responses: send the whole conversation as 'input'."
              },
              "model": {
                "kind": "APIError", "status": 424, "type": "server_error", "code": null, "param": null,
                "message": "424 The model failed."
              },
              "midStream": {
                "kind": "APIError", "type": "server_error", "code": null, "param": null,
                "message": "The model failed."
              },
              "midHelper": {
                "kind": "APIError", "type": "server_error", "code": null, "param": null,
                "message": "The model failed."
              },
              "midResponse": {
                "kind": "APIError", "type": "server_error", "code": null, "param": null,
                "message": "The model failed."
              }
            }
            """,
            result);
    }
}
