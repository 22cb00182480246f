namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>Why a reply ends.</summary>
/// <param name="Stop">The kind of end.</param>
/// <param name="Sequence">The caller's stop sequence that cut it.</param>
internal sealed record Ending(StopKind Stop, string? Sequence = null)
{
    /// <summary>The dialect's word for it.</summary>
#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    public string Word(string turn, string limit, string sequence, string tools) => Stop switch
    {
        StopKind.EndOfTurn => turn,
        StopKind.TokenLimit => limit,
        StopKind.StopSequence => sequence,
        StopKind.ToolUse => tools,
    };
#pragma warning restore CS8524

    /// <summary>The word of a family that knows no tools.</summary>
    public string Word(string turn, string limit, string sequence) => Word(turn, limit, sequence, tools: turn);
}

/// <summary>Kinds of ends.</summary>
internal enum StopKind
{
    EndOfTurn,
    TokenLimit,
    StopSequence,
    ToolUse,
}
