using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Prompts of completion models, in which markers of the model's own template set off the turns.</summary>
internal static partial class PromptTemplate
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
    /// The prompt as models read it: turns by the template's markers, or one turn where no template shows. What
    /// begins the answer is left out.
    /// </summary>
    public static Prompt Read(string prompt, int? maxTokens, IReadOnlyList<string> stopSequences)
    {
        var template = Array.Find(UserTurns, turn => prompt.Contains(turn.Start, StringComparison.Ordinal));
        var (preface, turns) = template.Start is null
            ? (string.Empty, [Said(Turn.User, prompt)])
            : Split(prompt, template);
        return new(turns)
        {
            System = preface.Length > 0 ? [new TextPart(preface)] : [],
            Template = prompt,
            MaxTokens = maxTokens ?? int.MaxValue,
            StopSequences = stopSequences,
        };
    }

    private static (string Preface, List<Turn> Turns) Split(string prompt, (string Start, string End) template)
    {
        List<Turn> turns = [];
        var start = prompt.IndexOf(template.Start, StringComparison.Ordinal);
        var preface = Clean(prompt[..start]);
        while (start >= 0)
        {
            var from = start + template.Start.Length;
            var end = prompt.IndexOf(template.End, from, StringComparison.Ordinal);
            end = end < 0 ? prompt.Length : end;
            turns.Add(Said(Turn.User, prompt[from..end]));

            var answer = Math.Min(prompt.Length, end + template.End.Length);
            start = prompt.IndexOf(template.Start, answer, StringComparison.Ordinal);
            if (start >= 0 && Clean(prompt[answer..start]) is { Length: > 0 } said)
            {
                turns.Add(Said(Turn.Assistant, said));
            }
        }

        return (preface, turns);
    }

    private static Turn Said(string role, string text) => new(role, [new TextPart(text)]);

    private static string Clean(string text) => Markers().Replace(text, string.Empty).Trim();

    // <|start_header_id|>assistant<|end_header_id|>, <|begin_of_text|>, <s>, <｜end▁of▁sentence｜>
    [GeneratedRegex(@"<\|(start_header_id|header_start)\|>(system|assistant)<\|(end_header_id|header_end)\|>"
        + @"|<\|[a-z_]+\|>|</?s>|<｜[^｜]+｜>")]
    private static partial Regex Markers();
}
