using System.Collections.Concurrent;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>Application inference profiles, which callers create.</summary>
internal sealed class InferenceProfileStore
{
    private readonly ConcurrentDictionary<string, InferenceProfile> _profiles = new(StringComparer.Ordinal);

    public IEnumerable<InferenceProfile> All => _profiles.Values.OrderBy(profile => profile.Created);

    public InferenceProfile? Find(string id) => _profiles.GetValueOrDefault(id);

    public void Add(InferenceProfile profile) => _profiles[profile.Id] = profile;

    public bool Remove(string id) => _profiles.TryRemove(id, out _);
}
