using Amazon.APIGateway.Model;

namespace BedrockGateway.Infra.Keys;

/// <summary>Keys whose names begin as those of a stack do.</summary>
/// <param name="Own">Those that carry the stack's tag too: it made them.</param>
/// <param name="Others">How many do not, and are none of ours to touch.</param>
internal sealed record FoundKeys(IReadOnlyList<ApiKey> Own, int Others);
