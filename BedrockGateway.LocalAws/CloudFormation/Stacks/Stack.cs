using System.Collections.Immutable;
using System.Globalization;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// A stack: an identity and its present state. Readers take a snapshot; one operation at a time writes.
/// </summary>
/// <param name="identity">Name and ARN.</param>
/// <param name="initial">State to begin with.</param>
/// <param name="clock">Dates the history.</param>
/// <param name="saved">Where the stack is kept, by its ARN.</param>
internal sealed class Stack(
    StackIdentity identity, StackState initial, TimeProvider clock, SavedRecords<SavedStack> saved)
{
    private StackState _state = initial;

    public StackIdentity Identity => identity;

    public string Name => identity.Name;

    public string Id => identity.Id;

    public StackState State => Volatile.Read(ref _state);

    /// <summary>Changes the state in one step; what <paramref name="change"/> throws leaves it as it was.</summary>
    public StackState Change(Func<StackState, StackState> change)
    {
        ImmutableInterlocked.Update(ref _state, change);
        saved.Changed(Id);
        return State;
    }

    /// <summary>
    /// Enters a status of the stack and notes it in the history, in one step with <paramref name="change"/>.
    /// </summary>
    public void Enter(string status, string? reason = null, Func<StackState, StackState>? change = null) =>
        Change(state =>
        {
            var changed = change?.Invoke(state) ?? state;
            var entered = new StackEvent(
                Guid.NewGuid().ToString(),
                Name,
                Id,
                "AWS::CloudFormation::Stack",
                NextTime(changed),
                status,
                reason,
                Properties: null,
                changed.ClientRequestToken);
            return changed with { Status = status, StatusReason = reason, Events = changed.Events.Add(entered) };
        });

    /// <summary>Keeps a resource as it now is, and notes it in the history.</summary>
    public void Report(StackResource resource) => Change(state =>
    {
        var stamped = resource with { Timestamp = NextTime(state) };
        return Append(state, stamped) with { Resources = state.Resources.SetItem(stamped.LogicalId, stamped) };
    });

    /// <summary>
    /// Notes what happens to a resource that is no longer the stack's, such as the old one of a replacement.
    /// </summary>
    public void ReportFormer(StackResource resource) =>
        Change(state => Append(state, resource with { Timestamp = NextTime(state) }));

    private static StackState Append(StackState state, StackResource resource)
    {
        var time = resource.Timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return state with
        {
            Events = state.Events.Add(new(
                $"{resource.LogicalId}-{resource.Status}-{time}",
                resource.LogicalId,
                resource.PhysicalId,
                resource.Type,
                resource.Timestamp,
                resource.Status,
                resource.StatusReason,
                resource.Properties.ToJsonString(),
                state.ClientRequestToken)),
        };
    }

    private DateTimeOffset NextTime(StackState state)
    {
        var now = clock.GetUtcNow();
        return state.Events is [.., var last] && now < last.Timestamp.AddMilliseconds(1)
            ? last.Timestamp.AddMilliseconds(1)
            : now;
    }
}
