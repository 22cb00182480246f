namespace BedrockGateway.Infra.Accounts;

/// <summary>Something that is not as it should be, and what mends it.</summary>
/// <param name="Text">For people: ids and subjects, never an address or a key.</param>
/// <param name="Mend">What is to be done, in order; done twice it does no harm.</param>
internal sealed record Finding(string Text, IReadOnlyList<Mending> Mend);

/// <summary>One call that mends.</summary>
internal abstract record Mending
{
    private Mending()
    {
    }

    public sealed record DisableUser(AccountUser User) : Mending;

    public sealed record DeleteKey(string KeyId) : Mending;

    public sealed record DisableKey(string KeyId) : Mending;

    public sealed record JoinPlan(string KeyId, string PlanId) : Mending;

    public sealed record LeavePlan(string KeyId, string PlanId) : Mending;

    /// <summary>Stores a key with its user, as its value or its id.</summary>
    public sealed record Mark(AccountUser User, string Text) : Mending
    {
        public override string ToString() => nameof(Mark);
    }

    /// <summary>Makes a key for a user who had one.</summary>
    public sealed record NewKey(AccountUser User, string PlanId) : Mending;
}
