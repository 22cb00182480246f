using System.Collections.Concurrent;

namespace BedrockGateway.LocalAws.Sns;

/// <summary>SNS topics, by ARN.</summary>
internal sealed class TopicStore
{
    private readonly ConcurrentDictionary<string, byte> _topics = new(StringComparer.Ordinal);

    public void Add(string arn) => _topics[arn] = 0;

    public void Remove(string arn) => _topics.TryRemove(arn, out _);

    public bool Contains(string arn) => _topics.ContainsKey(arn);
}
