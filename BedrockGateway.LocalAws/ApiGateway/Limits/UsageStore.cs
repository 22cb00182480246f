using System.Collections.Concurrent;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>
/// Usage of every key under every plan. It is exact and at hand at once, where AWS's lags by minutes.
/// </summary>
internal sealed class UsageStore
{
    private readonly SavedRecords<SavedUsage> _saved;
    private readonly ConcurrentDictionary<string, UsageCounter> _counters = new(StringComparer.Ordinal);

    public UsageStore(StateLog state)
    {
        _saved = state.Open("apigateway.usage", ApiGatewayStateContext.Default.SavedUsage, Find);
        foreach (var (id, usage) in _saved.Load())
        {
            _counters[id] = new(id, _saved, usage);
        }
    }

    public UsageCounter Of(UsagePlan plan, string keyId) =>
        _counters.GetOrAdd(new UsagePlanKey(plan.Id, keyId).Id, static (id, saved) => new(id, saved, null), _saved);

    private SavedUsage? Find(string id) => _counters.GetValueOrDefault(id)?.Save();
}
