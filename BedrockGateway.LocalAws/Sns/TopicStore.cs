using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Sns;

/// <summary>SNS topics, by ARN.</summary>
internal sealed class TopicStore
{
    private readonly SavedRecords<Topic> _saved;
    private readonly ConcurrentDictionary<string, Topic> _topics;

    public TopicStore(StateLog state)
    {
        _saved = state.Open("sns.topics", SnsStateContext.Default.Topic, arn => _topics!.GetValueOrDefault(arn));
        _topics = new(_saved.Load(), StringComparer.Ordinal);
    }

    public void Add(string arn)
    {
        _topics[arn] = new(arn);
        _saved.Changed(arn);
    }

    public void Remove(string arn)
    {
        _topics.TryRemove(arn, out _);
        _saved.Changed(arn);
    }

    public bool Contains(string arn) => _topics.ContainsKey(arn);
}

/// <summary>A topic.</summary>
internal sealed record Topic(string Arn);
