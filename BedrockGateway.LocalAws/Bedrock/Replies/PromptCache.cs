using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>Which prefixes of prompts models remember, for five minutes from their last use.</summary>
/// <remarks>
/// Bedrock caches only prefixes of some length, by model 1,024 tokens or more; here a prefix may have any.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
/// </remarks>
internal sealed class PromptCache(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);

    /// <summary>
    /// Charges a prompt: what the longest prefix that is remembered holds is read, the rest up to the last mark is
    /// written and remembered, and what follows is plain input.
    /// </summary>
    public TokenUsage Charge(string modelId, PromptSize prompt)
    {
        if (prompt.CachePoints is not [.., var last])
        {
            return new(prompt.Tokens, Output: 0);
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (key, _) in _expiries.Where(entry => entry.Value <= now).ToArray())
            {
                _expiries.Remove(key);
            }

            var read = prompt.CachePoints.LastOrDefault(point => _expiries.ContainsKey(KeyOf(point)))?.Tokens ?? 0;
            foreach (var point in prompt.CachePoints)
            {
                _expiries[KeyOf(point)] = now + Lifetime;
            }

            return new(prompt.Tokens - last.Tokens, Output: 0, read, last.Tokens - read);
        }

        string KeyOf(CachePoint point) => $"{modelId} {point.Key}";
    }
}
