using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>Policies that are resources of their own, and what all policies of a role are.</summary>
internal sealed class PolicyStore
{
    private readonly SavedRecords<AttachedPolicy> _saved;
    private readonly ConcurrentDictionary<string, AttachedPolicy> _attached;

    public PolicyStore(StateLog state)
    {
        _saved = state.Open(
            "iam.policies", IamStateContext.Default.AttachedPolicy, id => _attached!.GetValueOrDefault(id));
        _attached = new(_saved.Load(), StringComparer.Ordinal);
    }

    /// <param name="id">Physical id; the ARN of a managed policy.</param>
    /// <param name="policy">What it says and who has it.</param>
    public void Put(string id, AttachedPolicy policy)
    {
        _attached[id] = policy;
        _saved.Changed(id);
    }

    public void Remove(string id)
    {
        _attached.TryRemove(id, out _);
        _saved.Changed(id);
    }

    /// <summary>The role's own policies, those attached to it, and the managed ones that it names.</summary>
    /// <exception cref="Wire.AwsFault"><c>NotImplemented</c> (501): a managed policy of AWS's unknown here.</exception>
    public IEnumerable<PolicyDocument> Of(Role role) =>
    [
        .. role.Policies,
        .. from policy in _attached
           where policy.Value.Roles.Contains(role.Name) || role.ManagedPolicyArns.Contains(policy.Key)
           select policy.Value.Document,
        .. role.ManagedPolicyArns.Select(ManagedPolicies.Find).OfType<PolicyDocument>(),
    ];
}

/// <summary>A policy with the roles that it is attached to, by name.</summary>
internal sealed record AttachedPolicy(IReadOnlyCollection<string> Roles, PolicyDocument Document);
