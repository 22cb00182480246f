namespace BedrockGateway.Api.Accounts;

/// <summary>
/// Looks after accounts: deletes keys past their end, gives an end to those that were left behind, and removes users
/// who closed their account. A run that is cut off is continued by the next.
/// </summary>
internal sealed partial class Upkeep(KeySweep keys, ClosedUsers users, TimeProvider clock, ILogger<Upkeep> log)
{
    // The function has 29 s.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    /// <param name="cancellationToken">Ends the run early; what it has done stays.</param>
    public async Task<UpkeepCounts> RunAsync(CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        var counts = new UpkeepCounts();
        try
        {
            await keys.RunAsync(counts, either.Token);
            await users.RunAsync(counts, either.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            LogUnfinished();
        }
        finally
        {
            LogRun(
                counts.KeysDeleted, counts.KeysEnded, counts.KeysDisabled, counts.UsersRemoved, counts.Failures);
        }

        return counts;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Accounts: {KeysDeleted} keys deleted, {KeysEnded} given an end, {KeysDisabled} disabled, "
            + "{UsersRemoved} users removed, {Failures} failures")]
    private partial void LogRun(int keysDeleted, int keysEnded, int keysDisabled, int usersRemoved, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Accounts: out of time, the next run goes on")]
    private partial void LogUnfinished();
}
