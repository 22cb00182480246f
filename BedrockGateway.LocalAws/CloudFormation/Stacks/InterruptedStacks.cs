namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// Ends what the last emulator of the folder was doing to stacks when it ended, before anybody calls: for clients,
/// CloudFormation never stopped.
/// </summary>
internal sealed class InterruptedStacks(
    StackStore stacks, StackCreation creation, StackUpdate update, StackDeletion deletion) : IHostedService
{
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
        switch (stack.State)
        {
            case { Status: "CREATE_IN_PROGRESS", Target: { } target }:
                await creation.ResumeAsync(stack, target, cancellationToken);
                break;
            case { Status: "ROLLBACK_IN_PROGRESS" }:
                var failed = await deletion.RemoveAllAsync(stack, isCreation: true, [], cancellationToken);
                stack.Enter(failed is null ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", failed);
                break;
            case { Status: "DELETE_IN_PROGRESS" }:
                await deletion.FinishAsync(stack, isCreation: false, [], cancellationToken);
                break;
            case { Target: { } target }:
                await update.ResumeAsync(stack, target, cancellationToken);
                break;
        }
    }
}
