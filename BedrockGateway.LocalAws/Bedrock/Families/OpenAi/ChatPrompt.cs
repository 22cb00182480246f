using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>A body of OpenAI's chat JSON as a prompt.</summary>
internal static class ChatPrompt
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: an image is none.</exception>
    public static Prompt Read(JsonObject body)
    {
        JsonObject[] messages = [.. ModelBody.ObjectsOf(body["messages"])];
        return new([.. messages.Where(message => !IsSystem(message)).Select(ReadTurn)])
        {
            System = [.. messages.Where(IsSystem).SelectMany(message => ReadContent(message["content"]))],
            Tools = [.. ModelBody.ObjectsOf(body["tools"]).Select(tool => tool["function"]).OfType<JsonObject>()
                .Select(tool => new ToolSpec(tool.TextAt("name"), tool.TextAt("description"), tool["parameters"]))],
            Choice = ReadChoice(body["tool_choice"]),
            MaxTokens = body.IntAt("max_completion_tokens") ?? body.IntAt("max_tokens") ?? int.MaxValue,
            StopSequences = body.TextsAt("stop"),
            Reasons = body.TextAt("reasoning_effort") is not ("" or "none"),
            Output = ReadFormat(body),
        };
    }

    /// <summary>The arguments of a call, which are JSON in a string.</summary>
    public static JsonNode? ReadArguments(string text)
    {
        try
        {
            return ModelBody.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSystem(JsonObject message) => message.TextAt("role") is "system" or "developer";

    private static Turn ReadTurn(JsonObject message)
    {
        var content = ReadContent(message["content"]);
        return message.TextAt("role") switch
        {
            "tool" => new(Turn.User, [new ToolResultPart(message.TextAt("tool_call_id"), content)]),
            Turn.Assistant => new(Turn.Assistant,
                [.. content, .. ModelBody.ObjectsOf(message["tool_calls"]).Select(ReadCall)]),
            var role => new(role, content),
        };
    }

    private static ToolUsePart ReadCall(JsonObject call) => new(
        call.TextAt("id"), call.TextAt("function/name"), ReadArguments(call.TextAt("function/arguments")));

    private static IReadOnlyList<Part> ReadContent(JsonNode? content) =>
        ModelBody.TextOf(content) is { } text
            ? [new TextPart(text)]
            : [.. ModelBody.ObjectsOf(content).Select(ReadBlock).OfType<Part>()];

    private static Part? ReadBlock(JsonObject block) => block.TextAt("type") switch
    {
        "text" => new TextPart(block.TextAt("text")),
        "image_url" => Base64Image.ReadDataUrl(block.TextAt("image_url/url")),
        _ => null,
    };

    // "none", "auto", "required", Mistral's "any", or {"type":"function","function":{"name":"f"}}
    private static ToolChoice ReadChoice(JsonNode? choice) => choice switch
    {
        JsonObject named => new(ToolMode.Named, named.TextAt("function/name")),
        _ => ModelBody.TextOf(choice) switch
        {
            "none" => new(ToolMode.None),
            "required" or "any" => new(ToolMode.Any),
            _ => ToolChoice.Auto,
        },
    };

    private static OutputFormat? ReadFormat(JsonObject body) => body.TextAt("response_format/type") switch
    {
        "json_schema" => new(body.At("response_format/json_schema/schema")),
        "json_object" => new(Schema: null),
        _ => null,
    };
}
