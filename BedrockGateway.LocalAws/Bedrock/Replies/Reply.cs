using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>What a text model answers, from which the whole and the streamed form of every dialect are written.</summary>
internal sealed record Reply(IReadOnlyList<ReplyBlock> Blocks, Ending Ending, TokenUsage Usage)
{
    public string Text => string.Concat(Blocks.OfType<TextBlock>().Select(block => block.Text));

    public string Reasoning => string.Concat(Blocks.OfType<ReasoningBlock>().Select(block => block.Text));

    public IEnumerable<ToolUseBlock> ToolUses => Blocks.OfType<ToolUseBlock>();
}

/// <summary>A piece of a reply.</summary>
internal abstract record ReplyBlock;

internal sealed record TextBlock(string Text) : ReplyBlock;

/// <param name="Text">What the model thought.</param>
/// <param name="Signature">What tells the provider that the thought is the model's.</param>
internal sealed record ReasoningBlock(string Text, string Signature) : ReplyBlock;

/// <param name="Key">24 hex digits, from which each dialect makes the identifier of the call.</param>
/// <param name="Name">The tool.</param>
/// <param name="Input">Its arguments.</param>
internal sealed record ToolUseBlock(string Key, string Name, JsonObject Input) : ReplyBlock;
