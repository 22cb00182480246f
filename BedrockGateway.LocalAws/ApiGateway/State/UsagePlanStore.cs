using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>Usage plans, and which keys are in them.</summary>
internal sealed class UsagePlanStore(RestApiStore apis, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, UsagePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _planIdsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _keyIdsByPlan = new(StringComparer.Ordinal);
    private long _sequence;

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
            var plan = describe(new(ApiIds.New(6), ++_sequence, clock.GetUtcNow()));
            RequireStages(plan, previous: null);
            _keyIdsByPlan[plan.Id] = [];
            return _plans[plan.Id] = plan;
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

            return _plans[id] = plan.Quota == previous.Quota ? plan : plan with { QuotaSince = clock.GetUtcNow() };
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _plans.TryRemove(id, out _);
            _keyIdsByPlan.Remove(id, out var keyIds);
            foreach (var keyId in keyIds ?? [])
            {
                _planIdsByKey[keyId] = PlanIdsOf(keyId).Remove(id);
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
        }
    }

    public bool RemoveKey(string planId, string keyId)
    {
        lock (_gate)
        {
            _planIdsByKey[keyId] = PlanIdsOf(keyId).Remove(planId);
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
            }
        }
    }

    // A stage that was deleted after it joined stays in its plans and hinders no change of them.
    private void RequireStages(UsagePlan plan, UsagePlan? previous)
    {
        foreach (var (apiId, stage, _) in plan.ApiStages)
        {
            if (previous?.StageOf(apiId, stage) is null && apis.Find(apiId)?.Stages.ContainsKey(stage) != true)
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
