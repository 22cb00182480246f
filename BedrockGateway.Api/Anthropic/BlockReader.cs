using System.Text.Json;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Reads the content of messages for Converse.</summary>
/// <param name="modelId">The model that is asked, for messages.</param>
/// <param name="traits">What it takes.</param>
internal sealed class BlockReader(string modelId, ModelTraits traits)
{
    private const int MaxNamedChars = 64;

    private static readonly JsonElement NoInput = JsonElement.Parse("{}");

    private readonly MediaReader _media = new();

    /// <summary>Reads what a message says, its text alone or blocks.</summary>
    public List<ConverseBlock> Read(RequestPart? content)
    {
        List<ConverseBlock> blocks = [.. ReadContent(content, isCached: true)];

        // Converse takes documents beside a text only.
        if (blocks.Exists(block => block is MediaBlock { Name: not null })
            && !blocks.Exists(block => block is TextBlock { Text: var text } && !string.IsNullOrWhiteSpace(text)))
        {
            blocks.Add(new TextBlock("-"));
        }

        return blocks;
    }

    /// <summary>Reads instructions: texts and where the prompt cache may keep them.</summary>
    public IEnumerable<ConverseBlock> ReadInstructions(RequestPart content) => ReadContent(content, isCached: true)
        .Where(block => block is CachePointBlock
            || (block is TextBlock { Text: var text } && !string.IsNullOrWhiteSpace(text)));

    private IEnumerable<ConverseBlock> ReadContent(RequestPart? content, bool isCached) => content switch
    {
        null => [],
        { IsText: true } => [new TextBlock(content.ToText())],
        _ => content.Items().SelectMany(block => ReadBlock(block, isCached && traits.CachesPrompts)),
    };

    private List<ConverseBlock> ReadBlock(RequestPart block, bool isCached)
    {
        if (block.IsText)
        {
            return [new TextBlock(block.ToText())];
        }

        List<ConverseBlock> read = [.. ReadKnown(block)];
        if (isCached && read.Count > 0 && block.Find("cache_control") is not null)
        {
            read.Add(CachePointBlock.Instance);
        }

        return read;
    }

    private IEnumerable<ConverseBlock> ReadKnown(RequestPart block)
    {
        var type = block.Need("type");
        switch (type.ToText())
        {
            case "text":
                return [new TextBlock(block.Need("text").ToText())];
            case "image":
                return [MediaReader.ReadImage(block)];
            case "document":
                return _media.ReadDocument(block, content => ReadContent(content, isCached: false));
            case "tool_use":
                return [ReadUse(block)];
            case "tool_result":
                return [ReadResult(block)];
            case "thinking" or "redacted_thinking":
                return ReadThought(block);
            case "search_result":
                return [new TextBlock(TextOf(block))];
            case "server_tool_use":
                // What another model did with a tool of Anthropic's is in what it said next.
                return [];
            case var name when name.EndsWith("_tool_result", StringComparison.Ordinal):
                return [];
            case var name:
                throw Unknown(type, name);
        }
    }

    // {"type":"tool_use","id":"toolu_1","name":"get_weather","input":{"city":"Oslo"}}
    private static ToolUseBlock ReadUse(RequestPart block) => new(
        block.Need("id").ToText(),
        block.Need("name").ToText(),
        block.Find("input") is { IsObject: true } input ? input.Value : NoInput);

    // {"type":"tool_result","tool_use_id":"toolu_1","content":"3 degrees","is_error":false}
    private ToolResultBlock ReadResult(RequestPart block) => new(
        block.Need("tool_use_id").ToText(),
        [.. ReadContent(block.Find("content"), isCached: false).Where(part => part is TextBlock or MediaBlock)],
        block.Find("is_error")?.ToFlag() ?? false);

    private IEnumerable<ConverseBlock> ReadThought(RequestPart block)
    {
        if (block.Find("data") is { } hidden)
        {
            return traits.TakesSealedThoughts ? [new RedactedBlock(hidden.ToText())] : [];
        }

        var thought = block.Find("thinking")?.ToText() ?? "";
        var seal = block.Find("signature")?.ToText() is { Length: > 0 } given ? given : null;
        var isTaken = seal is null ? traits.TakesThoughts && thought.Length > 0 : traits.TakesSealedThoughts;
        return isTaken ? [new ReasoningBlock(thought, seal)] : [];
    }

    // {"type":"search_result","source":"https://...","title":"...","content":[{"type":"text","text":"..."}]}
    private static string TextOf(RequestPart block) => string.Join('\n',
    [
        block.Find("title")?.ToText() ?? "",
        block.Find("source")?.ToText() ?? "",
        .. (block.Find("content")?.Items() ?? []).Select(part => part.Need("text").ToText()),
    ]);

    private RequestFault Unknown(RequestPart type, string name) => type.Wrong(
        $"Blocks of type '{(name.Length > MaxNamedChars ? name[..MaxNamedChars] : name)}' cannot be sent to {modelId}");
}
