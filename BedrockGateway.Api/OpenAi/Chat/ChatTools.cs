using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>Reads the tools of a chat.</summary>
// {"type":"function","function":{"name":"add","description":"Adds.","parameters":{...}}}
internal static class ChatTools
{
    public static void Read(Field root, Prompt prompt)
    {
        if (root.Find("tools") is { } tools)
        {
            foreach (var tool in tools.Items())
            {
                Add(tool, prompt);
            }
        }

        ToolReader.ReadChoice(root.Find("tool_choice"), choice => choice.Find("function")?.Need("name"), prompt);
        prompt.AllowsManyUses = root.Find("parallel_tool_calls")?.Flag() is not false;
    }

    private static void Add(Field tool, Prompt prompt)
    {
        if (tool.Find("type") is { } type && type.Text() != "function")
        {
            throw type.Unsupported($"Tools of type '{type.Text()}' are not supported: only functions are.");
        }

        var function = tool.Need("function");
        ToolReader.Add(
            function, ContentReader.IsCached(tool) || ContentReader.IsCached(function), prompt);
    }
}
