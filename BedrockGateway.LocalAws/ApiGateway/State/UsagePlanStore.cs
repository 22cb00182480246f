using System.Collections.Concurrent;
using System.Collections.Immutable;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>Usage plans, and which keys are in them.</summary>
internal sealed class UsagePlanStore
{
    private readonly RestApiStore _apis;
    private readonly TimeProvider _clock;
    private readonly SavedRecords<UsagePlan> _saved;
    private readonly SavedRecords<UsagePlanKey> _savedKeys;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, UsagePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _planIdsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _keyIdsByPlan = new(StringComparer.Ordinal);
    private long _sequence;

    public UsagePlanStore(RestApiStore apis, TimeProvider clock, StateLog state)
    {
        _apis = apis;
        _clock = clock;
        var json = ApiGatewayStateContext.Default;
        _saved = state.Open("apigateway.plans", json.UsagePlan, id => _plans.GetValueOrDefault(id));
        foreach (var (id, plan) in _saved.Load())
        {
            _plans[id] = plan;
            _keyIdsByPlan[id] = [];
            _sequence = Math.Max(_sequence, plan.Sequence);
        }

        _savedKeys = state.Open("apigateway.plan-keys", json.UsagePlanKey, FindKey);
        foreach (var (_, (planId, keyId)) in _savedKeys.Load())
        {
            if (_keyIdsByPlan.TryGetValue(planId, out var keyIds))
            {
                keyIds.Add(keyId);
                _planIdsByKey[keyId] = PlanIdsOf(keyId).Add(planId);
            }
        }
    }

    /// <summary>Every plan, oldest first.</summary>
    public IEnumerable<UsagePlan> All => _plans.Values.OrderBy(plan => plan.Sequence);

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such plan.</exception>
    public UsagePlan Get(string id) => _plans.GetValueOrDefault(id) ?? throw ApiGatewayFaults.UnknownPlan();

    /// <summary>The plan under which a key may call a stage; there is at most one.</summary>
    public UsagePlan? FindFor(string keyId, string apiId, string stage)
    {
        foreach (var planId in PlanIdsOf(keyId))
        {
            if (_plans.TryGetValue(planId, out var plan) && plan.StageOf(apiId, stage) is not null)
            {
                return plan;
            }
        }

        return null;
    }

    public ImmutableList<string> PlanIdsOf(string keyId) => _planIdsByKey.GetValueOrDefault(keyId) ?? [];

    /// <summary>Ids of a plan's keys in the order in which they joined.</summary>
    public IReadOnlyList<string> KeyIdsOf(string planId)
    {
        lock (_gate)
        {
            return _keyIdsByPlan.TryGetValue(planId, out var keyIds) ? [.. keyIds] : [];
        }
    }

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): a stage does not exist.</exception>
    public UsagePlan Add(Func<UsagePlan, UsagePlan> describe)
    {
        lock (_gate)
        {
            var plan = describe(new(ApiIds.New(6), ++_sequence, _clock.GetUtcNow()));
            RequireStages(plan, previous: null);
            _keyIdsByPlan[plan.Id] = [];
            _plans[plan.Id] = plan;
            _saved.Changed(plan.Id);
            return plan;
        }
    }

    /// <exception cref="Wire.AwsFault">
    /// <c>NotFoundException</c> (404): the plan or a stage does not exist. <c>ConflictException</c> (409): a key of the
    /// plan would have two plans for one stage.
    /// </exception>
    public UsagePlan Update(string id, Func<UsagePlan, UsagePlan> change)
    {
        lock (_gate)
        {
            var previous = Get(id);
            var plan = change(previous);
            RequireStages(plan, previous);
            foreach (var keyId in _keyIdsByPlan[id])
            {
                RequireOnePlanPerStage(keyId, plan);
            }

            _plans[id] = plan.Quota == previous.Quota ? plan : plan with { QuotaSince = _clock.GetUtcNow() };
            _saved.Changed(id);
            return _plans[id];
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _plans.TryRemove(id, out _);
            _saved.Changed(id);
            _keyIdsByPlan.Remove(id, out var keyIds);
            foreach (var keyId in keyIds ?? [])
            {
                _planIdsByKey[keyId] = PlanIdsOf(keyId).Remove(id);
                _savedKeys.Changed(new UsagePlanKey(id, keyId).Id);
            }
        }
    }

    /// <exception cref="Wire.AwsFault">
    /// <c>NotFoundException</c> (404): there is no such plan. <c>ConflictException</c> (409): the key is in the plan,
    /// or in
    /// another one of the same stage.
    /// </exception>
    public void AddKey(string planId, string keyId)
    {
        lock (_gate)
        {
            var plan = Get(planId);
            if (_keyIdsByPlan[planId].Contains(keyId))
            {
                throw ApiGatewayFaults.Conflict($"API Key {keyId} is already in Usage Plan {planId}");
            }

            RequireOnePlanPerStage(keyId, plan);
            _keyIdsByPlan[planId].Add(keyId);
            _planIdsByKey[keyId] = PlanIdsOf(keyId).Add(planId);
            _savedKeys.Changed(new UsagePlanKey(planId, keyId).Id);
        }
    }

    public bool RemoveKey(string planId, string keyId)
    {
        lock (_gate)
        {
            _planIdsByKey[keyId] = PlanIdsOf(keyId).Remove(planId);
            _savedKeys.Changed(new UsagePlanKey(planId, keyId).Id);
            return _keyIdsByPlan.TryGetValue(planId, out var keyIds) && keyIds.Remove(keyId);
        }
    }

    /// <summary>Takes a key that is deleted out of every plan.</summary>
    public void ForgetKey(string keyId)
    {
        lock (_gate)
        {
            _planIdsByKey.TryRemove(keyId, out var planIds);
            foreach (var planId in planIds ?? [])
            {
                _keyIdsByPlan[planId].Remove(keyId);
                _savedKeys.Changed(new UsagePlanKey(planId, keyId).Id);
            }
        }
    }

    private UsagePlanKey? FindKey(string id) =>
        UsagePlanKey.Parse(id) is var key && PlanIdsOf(key.KeyId).Contains(key.PlanId) ? key : null;

    // A stage that was deleted after it joined stays in its plans and hinders no change of them.
    private void RequireStages(UsagePlan plan, UsagePlan? previous)
    {
        foreach (var (apiId, stage, _) in plan.ApiStages)
        {
            if (previous?.StageOf(apiId, stage) is null && _apis.Find(apiId)?.Stages.ContainsKey(stage) != true)
            {
                throw ApiGatewayFaults.NotFound(
                    $"Invalid API Stage {{api: {apiId}, stage: {stage}}} specified for usageplan {plan.Id}");
            }
        }
    }

    private void RequireOnePlanPerStage(string keyId, UsagePlan plan)
    {
        foreach (var otherId in PlanIdsOf(keyId).Remove(plan.Id))
        {
            var other = _plans[otherId];
            var shared = plan.ApiStages.FirstOrDefault(stage => other.StageOf(stage.ApiId, stage.Stage) is not null);
            if (shared is not null)
            {
                throw ApiGatewayFaults.Conflict(
                    $"API Key {keyId} is already in Usage Plan {otherId} for API Stage {shared.ApiId}:{shared.Stage}");
            }
        }
    }
}
