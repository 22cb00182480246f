using System.Text.Json;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Reads the content of messages for Converse.</summary>
/// <param name="modelId">The model that is asked, for messages.</param>
internal sealed class BlockReader(string modelId)
{
    private const int MaxNamedChars = 64;

    private static readonly JsonElement NoInput = JsonElement.Parse("{}");

    private readonly MediaReader _media = new();

    /// <summary>Reads what a message says, its text alone or blocks.</summary>
    public List<ConverseBlock> Read(RequestPart? content) => [.. ReadContent(content)];

    /// <summary>Reads instructions: texts and where the prompt cache may keep them.</summary>
    public IEnumerable<ConverseBlock> ReadInstructions(RequestPart? content) =>
        ReadContent(content).Where(block => block is TextBlock or CachePointBlock);

    private IEnumerable<ConverseBlock> ReadContent(RequestPart? content) => content switch
    {
        null => [],
        { IsText: true } => [new TextBlock(content.ToText())],
        _ => content.Items().SelectMany(ReadBlock),
    };

    private List<ConverseBlock> ReadBlock(RequestPart block)
    {
        if (block.IsText)
        {
            return [new TextBlock(block.ToText())];
        }

        List<ConverseBlock> read = [.. ReadKnown(block)];
        if (read.Count > 0 && block.Find("cache_control") is not null)
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
                return _media.ReadDocument(block, ReadContent);
            case "tool_use":
                return [ReadUse(block)];
            case "tool_result":
                return [ReadResult(block)];
            case "thinking" or "redacted_thinking":
                return [ReadThought(block)];
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
        [.. ReadContent(block.Find("content"))],
        block.Find("is_error")?.ToFlag() ?? false);

    private static ConverseBlock ReadThought(RequestPart block) => block.Find("data") is { } hidden
        ? new RedactedBlock(hidden.ToText())
        : new ReasoningBlock(
            block.Find("thinking")?.ToText() ?? "",
            block.Find("signature")?.ToText() is { Length: > 0 } seal ? seal : null);

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
