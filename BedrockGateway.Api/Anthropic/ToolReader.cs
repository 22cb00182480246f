using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Reads the tools of a request for Converse.</summary>
/// <param name="modelId">The model that is asked, for messages.</param>
internal sealed class ToolReader(string modelId)
{
    public void Read(RequestPart root, ConverseRequest target)
    {
        if (root.Find("tools") is { } tools)
        {
            target.Tools.AddRange(tools.Items().Select(ReadTool));
        }

        if (root.Find("tool_choice") is { } choice)
        {
            target.ToolChoice = ReadChoice(choice);
        }
    }

    /// <exception cref="RequestFault">400: the tool is one of Anthropic's.</exception>
    private ConverseTool ReadTool(RequestPart tool)
    {
        var name = tool.Find("name")?.ToText();
        if (tool.Find("type")?.ToText() is { } type and not "custom")
        {
            throw tool.Wrong(
                $"The tool {name ?? type} ({type}) is one of Anthropic's own, which {modelId} does not have. "
                + "Send tools with an input_schema.");
        }

        return new(
            name ?? tool.Need("name").ToText(),
            tool.Find("description")?.ToText(),
            tool.Find("input_schema")?.Value ?? default)
        {
            EndsCache = tool.Find("cache_control") is not null,
        };
    }

    private static ToolChoice ReadChoice(RequestPart choice)
    {
        var type = choice.Need("type");
        return type.ToText() switch
        {
            "auto" => new(ToolChoiceKind.Auto),
            "any" => new(ToolChoiceKind.Any),
            "none" => new(ToolChoiceKind.None),
            "tool" => new(ToolChoiceKind.Tool, choice.Need("name").ToText()),
            _ => throw type.Wrong("Input should be 'auto', 'any', 'tool' or 'none'"),
        };
    }
}
