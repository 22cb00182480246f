namespace BedrockGateway.AppHost.Unenforced;

/// <summary>A check of production that a run does not make.</summary>
/// <param name="Name">What is not checked, in a word or two.</param>
/// <param name="Text">What that means, in a sentence.</param>
/// <param name="IsFound">Whether asking the endpoint has shown it; the others are so by design.</param>
internal sealed record UnenforcedCheck(string Name, string Text, bool IsFound = false);
