using System.Text.Json;
using BedrockGateway.Api.OpenAi.Replies;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>The message that a model answered with.</summary>
internal static class ChatMessage
{
    /// <summary>
    /// Field of our own with the seal on <c>reasoning_content</c>. Clients that send a message back as it came let the
    /// model go on from its thoughts.
    /// </summary>
    public const string Signature = "reasoning_signature";

    public static void Write(Utf8JsonWriter json, WholeReply reply)
    {
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", reply.Text.Length == 0 && reply.Uses.Count > 0 ? null : reply.Text);
        json.WriteNull("refusal");
        if (reply.Thought.Length > 0)
        {
            json.WriteString("reasoning_content", reply.Thought);
            if (reply.Signature is { } seal)
            {
                json.WriteString(Signature, seal);
            }
        }

        if (reply.Uses.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var use in reply.Uses)
            {
                Write(json, use);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ToolUse use)
    {
        json.WriteStartObject();
        json.WriteString("id", use.Id);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", use.Name);
        json.WriteString("arguments", use.Arguments.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
