using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Upstream;

/// <summary>A prompt as a body of OpenAI's <c>/chat/completions</c>.</summary>
internal static class UpstreamRequest
{
    // Where the families and Converse keep what OpenAI calls temperature.
    private static readonly string[] Temperatures =
        ["temperature", "inferenceConfig/temperature", "textGenerationConfig/temperature"];

    public static JsonObject Of(ModelRequest request, Prompt prompt, string model)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. Messages(prompt)]),
            ["stream"] = true,
            ["stream_options"] = new JsonObject { ["include_usage"] = true },
        };
        if (prompt.MaxTokens < int.MaxValue)
        {
            body["max_tokens"] = prompt.MaxTokens;
        }

        if (Temperatures.Select(path => request.Body.At(path)).FirstOrDefault(node => node is not null) is { } temperature)
        {
            body["temperature"] = temperature.DeepClone();
        }

        if (prompt.StopSequences.Count > 0)
        {
            body["stop"] = new JsonArray([.. prompt.StopSequences.Select(sequence => JsonValue.Create(sequence))]);
        }

        AddTools(body, prompt);
        AddFormat(body, prompt.Output);
        return body;
    }

    private static IEnumerable<JsonNode> Messages(Prompt prompt)
    {
        var system = Part.TextOf(prompt.System);
        if (system.Length > 0)
        {
            yield return new JsonObject { ["role"] = "system", ["content"] = system };
        }

        foreach (var message in prompt.Turns.SelectMany(turn => turn.IsUser ? User(turn) : [Assistant(turn)]))
        {
            yield return message;
        }
    }

    // Results are messages of their own, and come before what else the user says.
    private static IEnumerable<JsonObject> User(Turn turn)
    {
        foreach (var result in turn.Parts.OfType<ToolResultPart>())
        {
            yield return new()
            {
                ["role"] = "tool",
                ["tool_call_id"] = result.Id,
                ["content"] = Part.TextOf(result.Content),
            };
        }

        JsonNode[] content = [.. turn.Parts.Select(Content).OfType<JsonNode>()];
        if (content.Length > 0)
        {
            yield return new()
            {
                ["role"] = Turn.User,
                ["content"] = turn.Parts.All(part => part is TextPart) ? Part.TextOf(turn.Parts) : new JsonArray(content),
            };
        }
    }

    private static JsonObject? Content(Part part) => part switch
    {
        TextPart { Text: var text } => new() { ["type"] = "text", ["text"] = text },
        FilePart { Text: var text } => new() { ["type"] = "text", ["text"] = text },
        ImagePart image => new()
        {
            ["type"] = "image_url",
            ["image_url"] = new JsonObject
            {
                ["url"] = $"data:{image.MediaType};base64,{Convert.ToBase64String(image.Bytes.Span)}",
            },
        },
        _ => null,
    };

    private static JsonObject Assistant(Turn turn)
    {
        var message = new JsonObject { ["role"] = Turn.Assistant, ["content"] = Part.TextOf(turn.Parts) };
        JsonNode[] calls = [.. turn.Parts.OfType<ToolUsePart>().Select(use => new JsonObject
        {
            ["id"] = use.Id,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = use.Name, ["arguments"] = use.Input?.ToJsonString() ?? "{}" },
        })];
        if (calls.Length > 0)
        {
            message["tool_calls"] = new JsonArray(calls);
        }

        return message;
    }

    private static void AddTools(JsonObject body, Prompt prompt)
    {
        if (prompt.Tools.Count == 0)
        {
            return;
        }

        body["tools"] = new JsonArray([.. prompt.Tools.Select(tool => new JsonObject
        {
            ["type"] = "function",
            ["function"] = new JsonObject
            {
                ["name"] = tool.Name,
                ["description"] = tool.Description,
                ["parameters"] = tool.Schema?.DeepClone() ?? new JsonObject { ["type"] = "object" },
            },
        })]);
        body["tool_choice"] = prompt.Choice.Mode switch
        {
            ToolMode.None => "none",
            ToolMode.Any => "required",
            ToolMode.Named => new JsonObject
            {
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = prompt.Choice.Name },
            },
            _ => "auto",
        };
    }

    private static void AddFormat(JsonObject body, OutputFormat? output)
    {
        if (output is { Schema: { } schema })
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "answer", ["schema"] = schema.DeepClone() },
            };
        }
        else if (output is not null)
        {
            body["response_format"] = new JsonObject { ["type"] = "json_object" };
        }
    }
}
