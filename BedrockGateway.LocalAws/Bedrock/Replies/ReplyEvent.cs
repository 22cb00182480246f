namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>A step of a reply that is streamed.</summary>
internal abstract record ReplyEvent;

/// <param name="Usage">What is known before the first token: the input.</param>
internal sealed record ReplyStarted(TokenUsage Usage) : ReplyEvent;

/// <param name="Index">Place of the block in the reply.</param>
/// <param name="Block">Its kind; of a tool's use key and name, too.</param>
internal sealed record BlockStarted(int Index, ReplyBlock Block) : ReplyEvent;

/// <param name="Index">Place of the block in the reply.</param>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">What goes on from the last delta.</param>
internal sealed record BlockDelta(int Index, DeltaKind Kind, string Text) : ReplyEvent;

/// <param name="Index">Place of the block in the reply.</param>
/// <param name="Block">Its kind, as it was started.</param>
internal sealed record BlockEnded(int Index, ReplyBlock Block) : ReplyEvent;

internal sealed record ReplyEnded(Ending Ending, TokenUsage Usage) : ReplyEvent;

/// <summary>What a delta adds to.</summary>
internal enum DeltaKind
{
    Text,
    Reasoning,
    Signature,

    /// <summary>The arguments of a tool, as JSON text.</summary>
    Input,
}
