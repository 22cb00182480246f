using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>Application inference profiles, which callers create.</summary>
internal sealed class InferenceProfileStore
{
    private readonly SavedRecords<InferenceProfile> _saved;
    private readonly ConcurrentDictionary<string, InferenceProfile> _profiles;

    public InferenceProfileStore(StateLog state)
    {
        _saved = state.Open("bedrock.profiles", CatalogueStateContext.Default.InferenceProfile, Find);
        _profiles = new(_saved.Load(), StringComparer.Ordinal);
    }

    public IEnumerable<InferenceProfile> All => _profiles.Values.OrderBy(profile => profile.Created);

    public InferenceProfile? Find(string id) => _profiles.GetValueOrDefault(id);

    public void Add(InferenceProfile profile)
    {
        _profiles[profile.Id] = profile;
        _saved.Changed(profile.Id);
    }

    public bool Remove(string id)
    {
        var removed = _profiles.TryRemove(id, out _);
        _saved.Changed(id);
        return removed;
    }
}
