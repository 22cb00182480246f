using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>What POST /v1/chat/completions asks.</summary>
/// <param name="Prompt">What the model is asked.</param>
/// <param name="IncludesUsage">Whether a stream ends with what the call used.</param>
/// <remarks>
/// What is not read here is ignored; docs/dialects/openai.md lists it.
/// Source: https://platform.openai.com/docs/api-reference/chat/create
/// </remarks>
internal sealed record ChatRequest(Prompt Prompt, bool IncludesUsage)
{
    private static readonly string[] Limits = ["max_completion_tokens", "max_tokens"];

    /// <exception cref="Errors.RequestFault">400: something in it has another type or value than it may.</exception>
    public static ChatRequest Read(Field root)
    {
        var prompt = new Prompt
        {
            Model = SharedFields.ModelOf(root),
            IsStreamed = root.Find("stream")?.Flag() is true,
        };
        RefuseUnserved(root);
        ChatTools.Read(root, prompt);
        ChatMessages.Read(root.Need("messages"), prompt);
        SharedFields.ReadSampling(root, prompt);
        prompt.Request.MaxTokens = SharedFields.LimitOf(root, Limits);
        prompt.Request.Effort = SharedFields.EffortOf(root.Find("reasoning_effort"));
        ReadStops(root, prompt);
        ReadFormat(root, prompt);
        return new(prompt, root.Find("stream_options")?.Find("include_usage")?.Flag() is true);
    }

    // What would change the form of the answer, so that leaving it out would be no answer to the request.
    private static void RefuseUnserved(Field root)
    {
        if (root.Find("n") is { } count && count.Integer(1) > 1)
        {
            throw count.Unsupported("This gateway gives one answer to a request: n must be 1.");
        }

        if (root.Find("functions") is { IsList: true } functions && functions.Items().Any())
        {
            throw functions.Unsupported("'functions' is not supported: send them as 'tools'.");
        }

        if (root.Find("modalities") is { IsList: true } modalities
            && modalities.Items().Any(item => item.IsText && item.Text() == "audio"))
        {
            throw modalities.Unsupported("Audio is not supported: 'modalities' must be [\"text\"].");
        }
    }

    private static void ReadStops(Field root, Prompt prompt)
    {
        if (root.Find("stop") is not { } stop)
        {
            return;
        }

        // Models refuse blank ones.
        var texts = stop.IsText ? [stop.Text()] : stop.Items().Select(item => item.Text());
        prompt.Request.StopSequences.AddRange(texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct());
    }

    private static void ReadFormat(Field root, Prompt prompt)
    {
        if (root.Find("response_format") is not { } format)
        {
            return;
        }

        var type = format.Need("type");
        prompt.Request.Format = type.Text() switch
        {
            "text" => null,
            "json_object" => new(Schema: default, Description: null),
            "json_schema" => SharedFields.FormatOf(format.Need("json_schema")),
            var other => throw type.Invalid($"'{other}' is none of 'text', 'json_object' and 'json_schema'"),
        };
    }
}
