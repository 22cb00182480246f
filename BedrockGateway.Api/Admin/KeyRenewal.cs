using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Plans;

namespace BedrockGateway.Api.Admin;

/// <summary>Rotates a user's key, or gives a first one to a user who has none.</summary>
internal sealed class KeyRenewal(
    PoolUsers users,
    OwnKeyStore keys,
    KeyRotation rotation,
    FirstKey firstKey,
    PlanList plans,
    TimeProvider clock,
    ILogger<Undo> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    /// <returns>One of the two.</returns>
    public async Task<(Renewal? Made, RotationRefusal? Refusal)> RenewAsync(PoolUser user, TimeSpan grace)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        if (!user.IsEnabled)
        {
            return (null, new(RotationFailure.UserDisabled));
        }

        if (await keys.FindAsync(user.Subject, budget.Token) is null)
        {
            await using var undo = new Undo(clock, log);
            var plan = plans.Of(await users.GroupsAsync(user, budget.Token));
            var keyId = await firstKey.GiveAsync(
                user.Subject, user.Username, plan, isNewUser: false, undo, budget.Token);
            undo.Forget();
            return (new(keyId, OldKeyExpires: null), null);
        }

        var (made, refusal) = await rotation.RunAsync(user.Subject, user.Username, grace);
        return (made is null ? null : new(made.KeyId, made.OldKeyExpires), refusal);
    }

    /// <summary>A key that was made.</summary>
    /// <param name="KeyId">Its id.</param>
    /// <param name="OldKeyExpires">When the earlier key is deleted; none where there was none.</param>
    internal sealed record Renewal(string KeyId, DateTimeOffset? OldKeyExpires);
}
