using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>Reads the messages of a chat.</summary>
internal static class ChatMessages
{
    public static void Read(Field messages, Prompt prompt)
    {
        var contents = new ContentReader();
        foreach (var message in messages.Items())
        {
            Read(message, prompt, contents);
        }

        if (prompt.Request.Turns.Count == 0 && prompt.Request.Instructions.Count == 0)
        {
            throw messages.Invalid("expected at least one message");
        }
    }

    private static void Read(Field message, Prompt prompt, ContentReader contents)
    {
        var role = message.Need("role");
        switch (role.Text())
        {
            case "system" or "developer":
                prompt.Request.Instructions.AddRange(ReadContent(message, contents).Where(IsInstruction));
                break;
            case "user":
                prompt.Request.Turns.Add(new(IsUser: true, ReadContent(message, contents)));
                break;
            case "assistant":
                prompt.Request.Turns.Add(new(IsUser: false, ReadAnswer(message, prompt, contents)));
                break;
            case "tool":
                prompt.Request.Turns.Add(new(IsUser: true, ReadResult(message, prompt, contents)));
                break;
            case var other:
                throw role.Invalid(
                    $"'{other}' is none of 'system', 'developer', 'user', 'assistant' and 'tool'");
        }
    }

    private static bool IsInstruction(ConverseBlock block) => block is TextBlock or CachePointBlock;

    private static List<ConverseBlock> ReadContent(Field message, ContentReader contents)
    {
        var blocks = contents.Read(message.Find("content"));
        ContentReader.AddCachePoint(message, blocks);
        return blocks;
    }

    private static List<ConverseBlock> ReadAnswer(Field message, Prompt prompt, ContentReader contents)
    {
        var blocks = ReadContent(message, contents);
        if (message.Find("tool_calls") is { } uses)
        {
            blocks.AddRange(uses.Items().Select(use => ReadUse(use, prompt)));
        }

        if (message.Find("reasoning_content") is { IsText: true } thought)
        {
            var seal = message.Find(ChatMessage.Signature) is { IsText: true } found ? found.Text() : null;
            blocks.Insert(0, new ReasoningBlock(thought.Text(), seal));
        }

        return blocks;
    }

    // {"id":"call_1","type":"function","function":{"name":"add","arguments":"{\"a\":1}"}}
    private static ToolUseBlock ReadUse(Field use, Prompt prompt)
    {
        var function = use.Need("function");
        return new(
            prompt.ToolIds.OfUse(use.Find("id")?.Text()),
            prompt.ToolNames.ToBedrock(function.Need("name").Text()),
            ToolArguments.Parse(function.Find("arguments")));
    }

    private static ConverseBlock[] ReadResult(Field message, Prompt prompt, ContentReader contents)
    {
        var content = ReadContent(message, contents);
        var isCached = content.Remove(CachePointBlock.Instance);
        var result = new ToolResultBlock(
            prompt.ToolIds.OfResult(message.Need("tool_call_id").Text()), content, IsError: false);
        return isCached ? [result, CachePointBlock.Instance] : [result];
    }
}
