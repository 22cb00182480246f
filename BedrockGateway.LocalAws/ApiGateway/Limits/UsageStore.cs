using System.Collections.Concurrent;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>
/// Usage of every key under every plan. It is exact and at hand at once, where AWS's lags by minutes.
/// </summary>
internal sealed class UsageStore
{
    private readonly ConcurrentDictionary<(string PlanId, string KeyId), UsageCounter> _counters = new();

    public UsageCounter Of(UsagePlan plan, string keyId) =>
        _counters.GetOrAdd((plan.Id, keyId), static _ => new());
}
