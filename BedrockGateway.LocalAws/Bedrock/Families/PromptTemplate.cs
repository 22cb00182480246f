using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Prompts of completion models, in which markers of the model's own template set off the turns.</summary>
internal static class PromptTemplate
{
    private static readonly (string Start, string End)[] UserTurns =
    [
        ("<|start_header_id|>user<|end_header_id|>", "<|eot_id|>"),
        ("<|header_start|>user<|header_end|>", "<|eot|>"),
        ("[INST]", "[/INST]"),
        ("<｜User｜>", "<｜Assistant｜>"),
        ("\n\nHuman:", "\n\nAssistant:"),
    ];

    /// <summary>
    /// The prompt as models read it: what the user said last, or the whole prompt where no template shows.
    /// </summary>
    public static Prompt Read(string prompt, int? maxTokens, IReadOnlyList<string> stopSequences) =>
        new([new(Turn.User, [new TextPart(LastUserText(prompt))])])
        {
            Template = prompt,
            MaxTokens = maxTokens ?? int.MaxValue,
            StopSequences = stopSequences,
        };

    private static string LastUserText(string prompt)
    {
        foreach (var (start, end) in UserTurns)
        {
            var from = prompt.LastIndexOf(start, StringComparison.Ordinal);
            if (from >= 0)
            {
                from += start.Length;
                var to = prompt.IndexOf(end, from, StringComparison.Ordinal);
                return to < 0 ? prompt[from..] : prompt[from..to];
            }
        }

        return prompt;
    }
}
