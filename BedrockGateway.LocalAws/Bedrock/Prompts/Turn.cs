namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>What one side said without interruption.</summary>
/// <param name="Role"><see cref="User"/> or <see cref="Assistant"/>.</param>
/// <param name="Parts">The content, in order.</param>
internal sealed record Turn(string Role, IReadOnlyList<Part> Parts)
{
    public const string User = "user";

    public const string Assistant = "assistant";

    public bool IsUser => Role == User;
}
