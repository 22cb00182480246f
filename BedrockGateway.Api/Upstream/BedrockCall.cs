namespace BedrockGateway.Api.Upstream;

/// <summary>One request to Bedrock Runtime, with the body as it goes over the wire.</summary>
/// <param name="ModelId">Id or ARN of a model or an inference profile.</param>
/// <param name="Operation">What is asked.</param>
/// <param name="Body">JSON in UTF-8; at most 25,000,000 bytes.</param>
internal sealed record BedrockCall(string ModelId, BedrockOperation Operation, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers beside those that every request has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    // A record would print the prompt.
    public override string ToString() => $"{Operation} {ModelId}";
}
