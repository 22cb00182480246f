using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>Reads the input of a response: a text, or the items of a conversation.</summary>
internal static class ResponsesInput
{
    public static void Read(Field input, Prompt prompt)
    {
        if (input.IsText)
        {
            prompt.Request.Turns.Add(new(IsUser: true, [new TextBlock(input.Text())]));
            return;
        }

        var contents = new ContentReader();
        foreach (var item in input.Items())
        {
            ReadItem(item, prompt, contents);
        }

        if (prompt.Request.Turns.Count == 0 && prompt.Request.Instructions.Count == 0)
        {
            throw input.Invalid("expected at least one item");
        }
    }

    private static void ReadItem(Field item, Prompt prompt, ContentReader contents)
    {
        var type = item.Find("type");
        switch (type?.Text())
        {
            case null or "message":
                ReadMessage(item, prompt, contents);
                break;
            case "function_call":
                prompt.Request.Turns.Add(new(IsUser: false, [ReadUse(item, prompt)]));
                break;
            case "function_call_output":
                prompt.Request.Turns.Add(new(IsUser: true, [ReadResult(item, prompt, contents)]));
                break;
            case "reasoning":
                // Its seal is not in it, without which no model takes its thoughts back.
                break;
            case var other:
                throw type.Unsupported($"Items of type '{other}' are not supported.");
        }
    }

    private static void ReadMessage(Field message, Prompt prompt, ContentReader contents)
    {
        var role = message.Need("role");
        var blocks = contents.Read(message.Need("content"));
        switch (role.Text())
        {
            case "system" or "developer":
                prompt.Request.Instructions.AddRange(blocks.Where(block => block is TextBlock or CachePointBlock));
                break;
            case "user":
                prompt.Request.Turns.Add(new(IsUser: true, blocks));
                break;
            case "assistant":
                prompt.Request.Turns.Add(new(IsUser: false, blocks));
                break;
            case var other:
                throw role.Invalid($"'{other}' is none of 'system', 'developer', 'user' and 'assistant'");
        }
    }

    // {"type":"function_call","call_id":"call_1","name":"add","arguments":"{\"a\":1}"}
    private static ToolUseBlock ReadUse(Field item, Prompt prompt) => new(
        prompt.ToolIds.OfUse(item.Need("call_id").Text()),
        prompt.ToolNames.ToBedrock(item.Need("name").Text()),
        ToolArguments.Parse(item.Find("arguments")));

    private static ToolResultBlock ReadResult(Field item, Prompt prompt, ContentReader contents) => new(
        prompt.ToolIds.OfResult(item.Need("call_id").Text()), contents.Read(item.Need("output")), IsError: false);
}
