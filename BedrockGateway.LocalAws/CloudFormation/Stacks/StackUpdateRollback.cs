namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// Undoes an update that failed: changed resources get their properties back, replaced ones their former self, new ones
/// go.
/// </summary>
internal sealed class StackUpdateRollback(ResourceSteps steps)
{
    /// <param name="stack">The stack.</param>
    /// <param name="previous">What it was.</param>
    /// <param name="journal">What the update did.</param>
    /// <param name="reason">Why it failed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(
        Stack stack,
        StackTarget previous,
        IReadOnlyList<JournalEntry> journal,
        string reason,
        CancellationToken cancellationToken)
    {
        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", reason, state => state with { Target = previous });
        var surplus = new List<StackResource>();
        var failed = new List<string>();
        foreach (var entry in journal.Reverse())
        {
            var current = stack.State.Resources[entry.LogicalId];
            if (entry.Outcome is StepOutcome.Created or StepOutcome.Replaced or StepOutcome.CreateFailed)
            {
                surplus.Add(current);
            }

            // A failed or replaced resource is untouched; its handler has nothing to undo.
            if (entry.Previous is { Exists: true } former && !await steps.RestoreAsync(
                stack, former, isChanged: entry.Outcome == StepOutcome.Updated, cancellationToken))
            {
                failed.Add(entry.LogicalId);
            }
        }

        if (failed.Count > 0)
        {
            stack.Enter(
                "UPDATE_ROLLBACK_FAILED",
                $"The following resource(s) failed to update: [{string.Join(", ", failed)}]. ");
            return;
        }

        stack.Enter("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
        await RemoveAsync(stack, journal, surplus, cancellationToken);
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    private async ValueTask RemoveAsync(
        Stack stack,
        IReadOnlyList<JournalEntry> journal,
        List<StackResource> surplus,
        CancellationToken cancellationToken)
    {
        foreach (var resource in surplus)
        {
            if (resource.Exists)
            {
                await steps.DeleteAsync(resource, stack.ReportFormer, cancellationToken);
            }
            else
            {
                stack.ReportFormer(resource with { Status = "DELETE_COMPLETE", StatusReason = null });
            }
        }

        var added = journal.Where(entry => entry.Previous is not { Exists: true }).Select(entry => entry.LogicalId);
        stack.Change(state => state with { Resources = state.Resources.RemoveRange(added) });
    }
}
