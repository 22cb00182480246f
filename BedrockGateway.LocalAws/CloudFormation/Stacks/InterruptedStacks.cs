namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// Ends what the last emulator of the folder was doing to stacks when it ended, before anybody calls.
/// </summary>
/// <remarks>
/// AWS has nothing like it. A creation is rolled back and a deletion goes on; an update stays where it was and can be
/// repeated, which finishes it.
/// </remarks>
internal sealed class InterruptedStacks(StackStore stacks, StackDeletion deletion) : IHostedService
{
    private const string Reason = "LocalAws ended before the operation did. ";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var stack in stacks.All().Where(stack => stack.State.IsBusy))
        {
            await EndAsync(stack, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async ValueTask EndAsync(Stack stack, CancellationToken cancellationToken)
    {
        switch (stack.State.Status)
        {
            case "CREATE_IN_PROGRESS" or "ROLLBACK_IN_PROGRESS":
                stack.Enter("ROLLBACK_IN_PROGRESS", Reason);
                var failed = await deletion.RemoveAllAsync(stack, isCreation: true, [], cancellationToken);
                stack.Enter(failed is null ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", failed);
                break;
            case "DELETE_IN_PROGRESS":
                await deletion.FinishAsync(stack, isCreation: false, [], cancellationToken);
                break;
            case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS":
                stack.Enter("UPDATE_COMPLETE", Reason);
                break;
            default:
                stack.Enter("UPDATE_FAILED", Reason);
                break;
        }
    }
}
