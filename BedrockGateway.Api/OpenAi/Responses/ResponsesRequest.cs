using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>What POST /v1/responses asks, as far as it needs nothing kept.</summary>
/// <remarks>
/// What is not read here is ignored; docs/dialects/openai.md lists it.
/// Source: https://platform.openai.com/docs/api-reference/responses/create
/// </remarks>
internal static class ResponsesRequest
{
    private const string Stateless = "This gateway keeps no responses: send the whole conversation as 'input'.";

    /// <exception cref="Errors.RequestFault">400: something in it has another type or value than it may.</exception>
    public static Prompt Read(Field root)
    {
        var prompt = new Prompt
        {
            Model = SharedFields.ModelOf(root),
            IsStreamed = root.Find("stream")?.Flag() is true,
        };
        RefuseUnserved(root);
        ReadTools(root, prompt);
        if (root.Find("instructions") is { } instructions)
        {
            prompt.Request.Instructions.AddRange(new ContentReader().Read(instructions));
        }

        ResponsesInput.Read(root.Need("input"), prompt);
        SharedFields.ReadSampling(root, prompt);
        prompt.Request.MaxTokens = SharedFields.LimitOf(root, "max_output_tokens");
        prompt.Request.Effort = SharedFields.EffortOf(root.Find("reasoning")?.Find("effort"));
        ReadFormat(root, prompt);
        return prompt;
    }

    private static void RefuseUnserved(Field root)
    {
        if ((root.Find("previous_response_id") ?? root.Find("conversation") ?? root.Find("prompt")) is { } kept)
        {
            throw kept.Unsupported(Stateless);
        }

        if (root.Find("background") is { } background && background.Flag())
        {
            throw background.Unsupported("This gateway keeps no responses: 'background' must be false.");
        }
    }

    // {"type":"function","name":"add","description":"Adds.","parameters":{...}}
    private static void ReadTools(Field root, Prompt prompt)
    {
        if (root.Find("tools") is { } tools)
        {
            foreach (var tool in tools.Items())
            {
                var type = tool.Need("type");
                if (type.Text() != "function")
                {
                    throw type.Unsupported($"Tools of type '{type.Text()}' are not supported: only functions are.");
                }

                ToolReader.Add(tool, ContentReader.IsCached(tool), prompt);
            }
        }

        ToolReader.ReadChoice(root.Find("tool_choice"), choice => choice.Find("name"), prompt);
        prompt.AllowsManyUses = root.Find("parallel_tool_calls")?.Flag() is not false;
    }

    // {"format":{"type":"json_schema","name":"point","schema":{...}}}
    private static void ReadFormat(Field root, Prompt prompt)
    {
        if (root.Find("text")?.Find("format") is not { } format)
        {
            return;
        }

        var type = format.Need("type");
        prompt.Request.Format = type.Text() switch
        {
            "text" => null,
            "json_object" => new(Schema: default, Description: null),
            "json_schema" => SharedFields.FormatOf(format),
            var other => throw type.Invalid($"'{other}' is none of 'text', 'json_object' and 'json_schema'"),
        };
    }
}
