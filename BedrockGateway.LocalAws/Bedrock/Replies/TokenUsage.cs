namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>What a call is charged for, in tokens.</summary>
/// <param name="Input">Tokens read that no cache had a part in.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="CacheRead">Tokens taken from the cache.</param>
/// <param name="CacheWrite">Tokens put into the cache.</param>
internal sealed record TokenUsage(int Input, int Output, int CacheRead = 0, int CacheWrite = 0)
{
    public int Total => Input + Output + CacheRead + CacheWrite;
}
