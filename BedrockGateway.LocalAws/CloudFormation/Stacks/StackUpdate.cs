using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// Brings a stack from one template to another: what is new and changed first, what is left over last.
/// </summary>
internal sealed class StackUpdate(
    StackDeployment deployment,
    StackUpdateRollback rollback,
    ResourceSteps steps,
    DeletionOrder order,
    StackRunner runner,
    TimeProvider clock)
{
    /// <summary>Enters <c>UPDATE_IN_PROGRESS</c> and leaves the rest to the background.</summary>
    /// <param name="stack">A stack whose last operation has ended.</param>
    /// <param name="target">What it is to become.</param>
    /// <param name="disableRollback">Whether a failure leaves everything as it is.</param>
    /// <param name="prepare">Further changes of the state, in the same step; throws to refuse.</param>
    /// <exception cref="AwsFault"><c>ValidationError</c>: the stack is in no state to be updated.</exception>
    public void Start(Stack stack, StackTarget target, bool disableRollback, Func<StackState, StackState> prepare)
    {
        StackTarget? previous = null;
        stack.Enter("UPDATE_IN_PROGRESS", "User Initiated", state =>
        {
            if (!state.CanUpdate)
            {
                throw ValidationFault.Of($"Stack:{stack.Id} is in {state.Status} state and can not be updated.");
            }

            previous = state.Target;
            return prepare(state) with
            {
                Target = target,
                LastUpdated = clock.GetUtcNow(),
                DisableRollback = disableRollback,
            };
        });
        runner.Start(stack, token => FinishAsync(stack, previous!, target, token));
    }

    /// <summary>Goes on with an update that an emulator before this one began and did not end.</summary>
    /// <remarks>What there was before is not known any more: a failure leaves the stack as it is.</remarks>
    public Task ResumeAsync(Stack stack, StackTarget target, CancellationToken cancellationToken)
    {
        stack.Change(state => state with { DisableRollback = true });
        return FinishAsync(stack, target, target, cancellationToken);
    }

    private async Task FinishAsync(
        Stack stack, StackTarget previous, StackTarget target, CancellationToken cancellationToken)
    {
        var result = await deployment.RunAsync(stack, target, cancellationToken);
        if (result.FailureReason is { } reason)
        {
            if (stack.State.DisableRollback)
            {
                stack.Enter("UPDATE_FAILED", reason);
            }
            else
            {
                await rollback.RunAsync(stack, previous, result.Journal, reason, cancellationToken);
            }

            return;
        }

        stack.Enter("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", null, state => state with
        {
            Outputs = result.Outputs,
            Imports = result.Imports,
        });
        var isClean = await RemoveReplacedAsync(stack, result.Journal, cancellationToken)
            & await RemoveDroppedAsync(stack, previous, result.Kept, cancellationToken);
        stack.Enter("UPDATE_COMPLETE", isClean ? null : "One or more resources could not be deleted.");
    }

    private async ValueTask<bool> RemoveReplacedAsync(
        Stack stack, IReadOnlyList<JournalEntry> journal, CancellationToken cancellationToken)
    {
        var isClean = true;
        foreach (var entry in journal.Reverse().Where(entry => entry.Outcome == StepOutcome.Replaced))
        {
            var former = entry.Previous!;
            var policy = stack.State.Resources[entry.LogicalId].UpdateReplacePolicy;
            if (policy.StartsWith("Retain", StringComparison.Ordinal))
            {
                stack.ReportFormer(former with { Status = "DELETE_SKIPPED", StatusReason = null });
            }
            else
            {
                isClean &= await steps.DeleteAsync(former, stack.ReportFormer, cancellationToken);
            }
        }

        return isClean;
    }

    private async ValueTask<bool> RemoveDroppedAsync(
        Stack stack, StackTarget previous, IReadOnlySet<string> kept, CancellationToken cancellationToken)
    {
        var isClean = true;
        foreach (var dropped in order.Of(stack, previous).Where(resource => !kept.Contains(resource.LogicalId)))
        {
            if (StackDeletion.IsRetained(dropped, isCreation: false))
            {
                stack.ReportFormer(dropped with { Status = "DELETE_SKIPPED", StatusReason = null });
            }
            else if (dropped.Exists)
            {
                isClean &= await steps.DeleteAsync(dropped, stack.ReportFormer, cancellationToken);
            }

            stack.Change(state => state with { Resources = state.Resources.Remove(dropped.LogicalId) });
        }

        return isClean;
    }
}
