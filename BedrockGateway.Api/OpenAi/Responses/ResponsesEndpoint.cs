using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.OpenAi.Requests;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>POST /v1/responses: as chats, in the newer form, and with nothing kept.</summary>
internal static class ResponsesEndpoint
{
    public static async Task HandleAsync(HttpContext http, PromptCalls calls, TimeProvider clock)
    {
        var (root, content) = await RequestJson.ReadAsync(http);
        var prompt = ResponsesRequest.Read(root);
        var state = new ResponseState(http, root, clock);
        await using var exchange = await calls.OpenAsync(http, prompt, content);
        if (prompt.IsStreamed)
        {
            var events = new ResponseEvents(exchange, state, calls.ViewOf(prompt, exchange));
            http.Features.Set(events);
            await StreamedReply.RunAsync(http, exchange, events);
            return;
        }

        Fill(state, await calls.ReadAsync(http, prompt, exchange));
        await JsonReply.SendAsync(http, StatusCodes.Status200OK, json => state.WriteTo(json, exchange.Tokens));
    }

    private static void Fill(ResponseState state, WholeReply reply)
    {
        if (reply.Thought.Length > 0)
        {
            Add(state, new(ConverseEventKind.Reasoning), reply.Thought);
        }

        if (reply.Text.Length > 0)
        {
            Add(state, new(ConverseEventKind.Text), reply.Text);
        }

        foreach (var use in reply.Uses)
        {
            Add(state, new(ConverseEventKind.ToolStart, Text: use.Name, ToolId: use.Id), use.Arguments.ToString());
        }

        state.StopReason = reply.StopReason;
    }

    private static void Add(ResponseState state, in ConverseEvent first, string text)
    {
        var item = state.Begin(first);
        item.Text.Append(text);
        item.IsDone = true;
    }
}
