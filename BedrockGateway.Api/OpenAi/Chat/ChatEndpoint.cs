using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.OpenAi.Requests;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>POST /v1/chat/completions: any model that converses, through Converse.</summary>
internal static class ChatEndpoint
{
    public static async Task HandleAsync(HttpContext http, PromptCalls calls, TimeProvider clock)
    {
        var (root, content) = await RequestJson.ReadAsync(http);
        var request = ChatRequest.Read(root);
        var head = new ChatHead(http, request.Prompt.Model, clock);
        await using var exchange = await calls.OpenAsync(http, request.Prompt, content);
        if (request.Prompt.IsStreamed)
        {
            var view = calls.ViewOf(request.Prompt, exchange);
            await StreamedReply.RunAsync(http, exchange, new ChatChunks(exchange, head, view, request.IncludesUsage));
            return;
        }

        var reply = await calls.ReadAsync(http, request.Prompt, exchange);
        await JsonReply.SendAsync(http, StatusCodes.Status200OK, json =>
        {
            head.Write(json, "chat.completion");
            json.WriteStartArray("choices");
            json.WriteStartObject();
            json.WriteNumber("index", 0);
            ChatMessage.Write(json, reply);
            json.WriteNull("logprobs");
            json.WriteString("finish_reason", FinishReason.Of(reply.StopReason));
            json.WriteEndObject();
            json.WriteEndArray();
            ChatUsage.Write(json, exchange.Tokens);
        });
    }
}
