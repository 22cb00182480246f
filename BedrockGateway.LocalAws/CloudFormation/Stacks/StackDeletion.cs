using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Removes the resources of a stack, dependants first, and then the stack.</summary>
internal sealed class StackDeletion(
    ResourceSteps steps, StackStore stacks, StackRunner runner, DeletionOrder order, TimeProvider clock)
{
    /// <summary>Enters <c>DELETE_IN_PROGRESS</c> and leaves the rest to the background.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: another operation is under way, or the stack is
    /// protected.</exception>
    public void Start(Stack stack, IReadOnlyList<string> retain, string? clientRequestToken)
    {
        if (ExportInUse(stack) is { } reason)
        {
            stack.Enter(stack.State.Status, reason);
            return;
        }

        stack.Enter("DELETE_IN_PROGRESS", "User Initiated", state => Obstacle(state) is { } obstacle
            ? throw ValidationFault.Of($"Stack [{stack.Name}] cannot be deleted while {obstacle}")
            : state with { Deleted = clock.GetUtcNow(), ClientRequestToken = clientRequestToken });
        runner.Start(stack, token => FinishAsync(stack, isCreation: false, retain, token));
    }

    /// <summary>Removes everything, and enters <c>DELETE_COMPLETE</c> or <c>DELETE_FAILED</c>.</summary>
    public async Task FinishAsync(
        Stack stack, bool isCreation, IReadOnlyList<string> retain, CancellationToken cancellationToken)
    {
        var failed = await RemoveAllAsync(stack, isCreation, retain, cancellationToken);
        if (failed is not null)
        {
            stack.Enter("DELETE_FAILED", failed);
            return;
        }

        stack.Enter("DELETE_COMPLETE", null, state => state with
        {
            Deleted = state.Deleted ?? clock.GetUtcNow(),
            Outputs = [],
            Imports = [],
        });
    }

    /// <summary>Removes all resources; the stack's status is the caller's to set.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="isCreation">Whether a creation is being undone, where <c>RetainExceptOnCreate</c> removes.</param>
    /// <param name="retain">Logical ids to leave behind.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Which resources could not be removed, in CloudFormation's words; <see langword="null"/> for
    /// none.</returns>
    public async ValueTask<string?> RemoveAllAsync(
        Stack stack, bool isCreation, IReadOnlyList<string> retain, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var resource in Remaining(stack))
        {
            if (!resource.Exists)
            {
                stack.Report(resource with { Status = "DELETE_COMPLETE", StatusReason = null });
            }
            else if (IsRetained(resource, isCreation) || retain.Contains(resource.LogicalId))
            {
                stack.Report(resource with { Status = "DELETE_SKIPPED", StatusReason = null });
            }
            else if (!await steps.DeleteAsync(resource, stack.Report, cancellationToken))
            {
                failed.Add(resource.LogicalId);
            }
        }

        return failed.Count == 0
            ? null
            : $"The following resource(s) failed to delete: [{string.Join(", ", failed)}]. ";
    }

    /// <summary>Whether a resource outlives its removal from the stack.</summary>
    public static bool IsRetained(StackResource resource, bool isCreation) =>
        resource.DeletionPolicy == "Retain" || (resource.DeletionPolicy == "RetainExceptOnCreate" && !isCreation);

    private static string? Obstacle(StackState state) =>
        state.TerminationProtection ? "TerminationProtection is enabled"
        : state.IsBusy ? $"in status {state.Status}"
        : null;

    private IEnumerable<StackResource> Remaining(Stack stack) => stack.State.Target is not { } target
        ? []
        : order.Of(stack, target).Where(resource => resource.Status is not ("DELETE_COMPLETE" or "DELETE_SKIPPED"));

    private string? ExportInUse(Stack stack) => stack.State.Outputs
        .Select(output => output.ExportName)
        .OfType<string>()
        .Select(name => stacks.FindImporter(name, stack) is { } importer
            ? $"Export {name} cannot be deleted as it is in use by {importer.Name}"
            : null)
        .FirstOrDefault(reason => reason is not null);
}
