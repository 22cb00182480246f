namespace BedrockGateway.Infra.Accounts;

/// <summary>What holds between users and keys when nothing is under way.</summary>
/// <param name="inFlight">
/// How long a registration may take: younger users and keys are left alone, since they may be half of one.
/// </param>
internal sealed class AccountRules(TimeSpan inFlight)
{
    // A key's id has 10 characters, its value at least 20.
    private const int MaxIdLength = 19;

    /// <summary>The rules that do not hold, users in the order of the pool.</summary>
    public IReadOnlyList<Finding> Judge(AccountsSnapshot all)
    {
        var keys = all.Keys.ToLookup(key => key.Subject);
        var subjects = all.Users.Select(user => user.Subject).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Keys.Where(key => key.Expires <= all.TakenAt).Select(Leftover),
            .. all.Keys.Where(key => !subjects.Contains(key.Subject) && !IsUnderWay(key, all)).Select(Orphan),
            .. all.Users.SelectMany(user => JudgeUser(user, Current(keys[user.Subject], all), all)),
        ];
    }

    private static Finding Leftover(AccountKey key) => new(
        $"Key {key.Id} of user {key.Subject} is past the end of its grace period.", [new Mending.DeleteKey(key.Id)]);

    private static Finding Orphan(AccountKey key) =>
        new($"Key {key.Id} belongs to user {key.Subject}, who does not exist.", [new Mending.DeleteKey(key.Id)]);

    private static List<AccountKey> Current(IEnumerable<AccountKey> keys, AccountsSnapshot all) =>
        [.. keys.Where(key => !key.IsAttempt && !(key.Expires <= all.TakenAt))];

    private IEnumerable<Finding> JudgeUser(AccountUser user, List<AccountKey> keys, AccountsSnapshot all)
    {
        if (all.TakenAt - user.CreatedAt < inFlight)
        {
            return [];
        }

        if (user is { Mark: null, IsEnabled: true })
        {
            return user.IsAdministrator || user.IsInvited ? [] : [Unmarked(user, keys)];
        }

        // One who is in the group of closed accounts and enabled has been taken back, or closes the account just now.
        if (!user.IsEnabled)
        {
            return keys.Select(key => ShutOut(user, key)).OfType<Finding>();
        }

        var lasting = keys.Where(key => key.IsLasting).ToList();
        var own = lasting.Find(key => key.IsMarkedBy(user.Mark)) ?? lasting.MaxBy(key => key.CreatedAt);
        return own is null
            ? [Keyless(user, all)]
            : [.. JudgeMark(user, own), .. JudgePlans(user, keys, all), .. JudgeOthers(user, lasting, own, all)];
    }

    private static Finding Unmarked(AccountUser user, List<AccountKey> keys) => new(
        $"User {user.Subject} can log in and was never registered with a key.",
        [.. keys.Select(key => new Mending.DeleteKey(key.Id)), new Mending.DisableUser(user)]);

    private static Finding? ShutOut(AccountUser user, AccountKey key) =>
        user.IsClosed
            ? new($"Key {key.Id} belongs to user {user.Subject}, whose account is closed.",
                [new Mending.DeleteKey(key.Id)])
        : key.IsEnabled
            ? new($"Key {key.Id} works, and its user {user.Subject} is disabled.", [new Mending.DisableKey(key.Id)])
        : null;

    private static Finding Keyless(AccountUser user, AccountsSnapshot all) => new(
        $"User {user.Subject} has no key.", [new Mending.NewKey(user, all.PlanOf(user))]);

    private static IEnumerable<Finding> JudgeMark(AccountUser user, AccountKey own)
    {
        if (!own.IsMarkedBy(user.Mark))
        {
            var text = user.Mark!.Length <= MaxIdLength ? own.Id : own.Value;
            yield return new(
                $"The key that is stored with user {user.Subject} is not their key {own.Id}.",
                [new Mending.Mark(user, text)]);
        }
    }

    private static IEnumerable<Finding> JudgePlans(
        AccountUser user, List<AccountKey> keys, AccountsSnapshot all)
    {
        var plan = all.PlanOf(user);
        foreach (var key in keys.Where(key => key.PlanIds is not [var only] || only != plan))
        {
            var leave = key.PlanIds.Where(id => id != plan).Select(id => new Mending.LeavePlan(key.Id, id));
            Mending[] join = key.PlanIds.Contains(plan) ? [] : [new Mending.JoinPlan(key.Id, plan)];
            var where = key.PlanIds switch
            {
                [] => "is in no plan",
                [var other] => $"is in plan {other}, not in {plan}",
                var several => $"is in {several.Count} plans",
            };
            // Out before in: a stage takes a key from one plan only.
            yield return new($"Key {key.Id} of user {user.Subject} {where}.", [.. leave, .. join]);
        }
    }

    private IEnumerable<Finding> JudgeOthers(
        AccountUser user, List<AccountKey> lasting, AccountKey own, AccountsSnapshot all) =>
        lasting.Where(key => key != own && all.TakenAt - key.CreatedAt >= inFlight).Select(key => new Finding(
            $"User {user.Subject} has key {key.Id} beside their key {own.Id}.", [new Mending.DeleteKey(key.Id)]));

    private bool IsUnderWay(AccountKey key, AccountsSnapshot all) =>
        key.Expires <= all.TakenAt || all.TakenAt - key.CreatedAt < inFlight;
}
