namespace BedrockGateway.Api.Converse;

/// <summary>What one side of a conversation said, as the client has it.</summary>
internal sealed record ConverseTurn(bool IsUser, IReadOnlyList<ConverseBlock> Blocks)
{
    // A record would print the prompt.
    public override string ToString() => IsUser ? "user" : "assistant";
}
