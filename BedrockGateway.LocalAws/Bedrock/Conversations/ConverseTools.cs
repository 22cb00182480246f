using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Converse's <c>toolConfig</c>, which Nova's own JSON shares.</summary>
internal static class ConverseTools
{
    public static IReadOnlyList<ToolSpec> Read(JsonObject body)
    {
        List<ToolSpec> tools = [];
        foreach (var entry in ModelBody.ObjectsOf(body.At("toolConfig/tools")))
        {
            if (entry["toolSpec"] is JsonObject tool)
            {
                tools.Add(new(tool.TextAt("name"), tool.TextAt("description"), tool.At("inputSchema/json")));
            }
            else if (entry.ContainsKey(ConverseContent.CachePoint) && tools.Count > 0)
            {
                tools[^1] = tools[^1] with { EndsPrefix = true };
            }
        }

        return tools;
    }

    public static ToolChoice ReadChoice(JsonObject body) => body.At("toolConfig/toolChoice") switch
    {
        JsonObject choice when choice.ContainsKey("any") => new(ToolMode.Any),
        JsonObject choice when choice["tool"] is JsonObject => new(ToolMode.Named, choice.TextAt("tool/name")),
        _ => ToolChoice.Auto,
    };
}
