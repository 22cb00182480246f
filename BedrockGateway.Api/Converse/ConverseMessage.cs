using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>One message of a conversation.</summary>
/// <param name="IsUser">Whether it is the user's; else it is the model's.</param>
/// <param name="Blocks">What was said.</param>
internal sealed record ConverseMessage(bool IsUser, List<ConverseBlock> Blocks)
{
    /// <summary>What is said where something must be.</summary>
    public const string Filler = "-";

    public bool IsEmpty => Blocks.TrueForAll(block => block is CachePointBlock);

    public List<ToolUseBlock> Uses => [.. Blocks.OfType<ToolUseBlock>()];

    public static ConverseMessage Of(bool isUser, string text) => new(isUser, [new TextBlock(text)]);

    /// <summary>The same with a word where documents are without any: Bedrock wants one.</summary>
    public static List<ConverseBlock> WithWord(List<ConverseBlock> blocks) =>
        blocks.Exists(block => block is MediaBlock { Kind: "document" }) && !blocks.Exists(block => block is TextBlock)
            ? [.. blocks, new TextBlock(Filler)]
            : blocks;

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("role", IsUser ? "user" : "assistant");
        json.WriteStartArray("content");
        Blocks.ForEach(block => block.WriteTo(json));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// The same with one result for each use of the message before, and these first. Results of no use become text, so
    /// that the model still knows them.
    /// </summary>
    public ConverseMessage WithResults(List<ToolUseBlock> uses)
    {
        var results = Blocks.OfType<ToolResultBlock>().ToList();
        if (results.Count == 0 && uses.Count == 0)
        {
            return this;
        }

        return this with
        {
            Blocks =
            [
                .. uses.Select(use => results.Find(result => result.Id == use.Id)
                    ?? new ToolResultBlock(use.Id, [new TextBlock("No result.")], IsError: true)),
                .. results
                    .Where(result => !uses.Exists(use => use.Id == result.Id))
                    .SelectMany(result => result.Content),
                .. Blocks.Where(block => block is not ToolResultBlock),
            ],
        };
    }

    public ConverseMessage WithoutUses() => this with { Blocks = Blocks.FindAll(block => block is not ToolUseBlock) };

    /// <summary>The same with something in it, with a word beside documents, and no cache point before all.</summary>
    public ConverseMessage Filled() => this with
    {
        Blocks = IsEmpty
            ? [new TextBlock(Filler), .. Blocks]
            : WithWord([.. Blocks.SkipWhile(block => block is CachePointBlock)]),
    };

    /// <summary>A reply that is begun for the model must not end in space.</summary>
    public ConverseMessage Trimmed() => Blocks is [.. var before, TextBlock text]
        ? this with { Blocks = [.. before, new TextBlock(text.Text.TrimEnd())] }
        : this;

    /// <summary>Messages of which none has both results of tools and something else.</summary>
    public IEnumerable<ConverseMessage> Split()
    {
        var results = Blocks.FindAll(block => block is ToolResultBlock);
        return results.Count == 0 || results.Count == Blocks.Count
            ? [this]
            :
            [
                this with { Blocks = results },
                Of(isUser: false, Filler),
                (this with { Blocks = Blocks.FindAll(block => block is not ToolResultBlock) }).Filled(),
            ];
    }

    // A record would print the prompt.
    public override string ToString() => IsUser ? "user" : "assistant";
}
