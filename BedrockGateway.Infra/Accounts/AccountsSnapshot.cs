namespace BedrockGateway.Infra.Accounts;

/// <summary>All users and keys of a stack.</summary>
/// <param name="Users">Of the pool.</param>
/// <param name="Keys">Of the stack.</param>
/// <param name="DefaultPlanId">The usage plan of those whose group names no other.</param>
/// <param name="TakenAt">When the reading began.</param>
internal sealed record AccountsSnapshot(
    IReadOnlyList<AccountUser> Users, IReadOnlyList<AccountKey> Keys, string DefaultPlanId, DateTimeOffset TakenAt)
{
    public string PlanOf(AccountUser user) => user.PlanId ?? DefaultPlanId;
}
