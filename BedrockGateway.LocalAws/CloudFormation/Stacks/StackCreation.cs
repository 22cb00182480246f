using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Makes the resources of a new stack, and takes them away again where one fails.</summary>
internal sealed class StackCreation(StackDeployment deployment, StackDeletion deletion, StackRunner runner)
{
    /// <summary>Enters <c>CREATE_IN_PROGRESS</c> and leaves the rest to the background.</summary>
    /// <param name="stack">A stack without resources.</param>
    /// <param name="target">What it is to become.</param>
    /// <param name="onFailure">What follows a failure.</param>
    /// <param name="prepare">Further changes of the state, in the same step; throws to refuse.</param>
    /// <exception cref="AwsFault"><c>ValidationError</c>: another operation was faster.</exception>
    public void Start(Stack stack, StackTarget target, FailureAction onFailure, Func<StackState, StackState> prepare)
    {
        Begin(stack, target, onFailure, prepare);
        runner.Start(stack, token => FinishAsync(stack, target, onFailure, token));
    }

    /// <summary>As <see cref="Start"/>, but returns when the stack is made or has failed.</summary>
    public Task RunAsync(Stack stack, StackTarget target, CancellationToken cancellationToken)
    {
        Begin(stack, target, FailureAction.Rollback, state => state);
        return FinishAsync(stack, target, FailureAction.Rollback, cancellationToken);
    }

    /// <summary>Goes on with a creation that an emulator before this one began and did not end.</summary>
    public Task ResumeAsync(Stack stack, StackTarget target, CancellationToken cancellationToken) => FinishAsync(
        stack,
        target,
        stack.State.DisableRollback ? FailureAction.Nothing : FailureAction.Rollback,
        cancellationToken);

    private static void Begin(
        Stack stack, StackTarget target, FailureAction onFailure, Func<StackState, StackState> prepare) =>
        stack.Enter("CREATE_IN_PROGRESS", "User Initiated", state => state.Status == "REVIEW_IN_PROGRESS"
            ? prepare(state) with { Target = target, DisableRollback = onFailure == FailureAction.Nothing }
            : throw ValidationFault.Of($"Stack:{stack.Id} is in {state.Status} state and can not be updated."));

    private async Task FinishAsync(
        Stack stack, StackTarget target, FailureAction onFailure, CancellationToken cancellationToken)
    {
        var result = await deployment.RunAsync(stack, target, cancellationToken);
        if (result.FailureReason is not { } reason)
        {
            stack.Enter("CREATE_COMPLETE", null, state => state with
            {
                Outputs = result.Outputs,
                Imports = result.Imports,
            });
            return;
        }

        switch (onFailure)
        {
            case FailureAction.Rollback:
                stack.Enter("ROLLBACK_IN_PROGRESS", reason + "Rollback requested by user.");
                var failed = await deletion.RemoveAllAsync(stack, isCreation: true, [], cancellationToken);
                stack.Enter(failed is null ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", failed);
                break;
            case FailureAction.Delete:
                stack.Enter("DELETE_IN_PROGRESS", reason + "Delete requested by user.");
                await deletion.FinishAsync(stack, isCreation: true, [], cancellationToken);
                break;
            case FailureAction.Nothing:
                stack.Enter("CREATE_FAILED", reason);
                break;
        }
    }
}
