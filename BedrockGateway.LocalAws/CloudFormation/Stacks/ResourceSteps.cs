using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Brings one resource to what its template says, with the events that CloudFormation reports.</summary>
internal sealed partial class ResourceSteps(HandlerCatalog handlers, StateLog state, ILogger<ResourceSteps> log)
{
    private const string Replacing =
        "Requested update requires the creation of a new physical resource; hence creating one.";
    // Handlers take milliseconds; whoever takes longer must not keep others waiting.
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    private const string Initiated = "Resource creation Initiated";

    public async ValueTask<StepOutcome> ApplyAsync(
        Stack stack, TemplateResource declared, Evaluator evaluator, CancellationToken cancellationToken)
    {
        // What is made or removed, and what the stack knows of it, are kept together.
        using var together = state.Hold(LongestStep);
        var known = stack.State.Resources.GetValueOrDefault(declared.LogicalId);
        var current = known is { Exists: true } ? known : null;
        var properties = new JsonObject();
        var fault = await AttemptAsync(declared.LogicalId, () =>
        {
            properties = evaluator.EvaluateProperties(declared.Properties);
            return ValueTask.CompletedTask;
        });
        if (fault is not null)
        {
            var failed = current ?? StackResource.From(declared, properties, "CREATE_FAILED");
            return Fail(stack, failed, current is null ? StepOutcome.CreateFailed : StepOutcome.UpdateFailed, fault);
        }

        if (current is null)
        {
            return await CreateAsync(
                stack, StackResource.From(declared, properties, "CREATE_IN_PROGRESS"), cancellationToken);
        }

        var details = ResourceDiff.Compare(current, declared, properties, handlers[declared.Type].CreateOnlyProperties);
        var next = StackResource.From(declared, properties, "UPDATE_IN_PROGRESS") with
        {
            PhysicalId = current.PhysicalId,
            Attributes = current.Attributes,
        };
        return details switch
        {
            [] => StepOutcome.Unchanged,
            _ when details.Any(detail => detail.RequiresRecreation != "Never") =>
                await ReplaceAsync(stack, current, next, cancellationToken),
            _ => await UpdateAsync(
                stack, current, next, details.Any(detail => detail.Name is not null), cancellationToken),
        };
    }

    /// <summary>Brings a resource back to what it was before an update.</summary>
    public async ValueTask<bool> RestoreAsync(
        Stack stack, StackResource previous, bool isChanged, CancellationToken cancellationToken)
    {
        using var together = state.Hold(LongestStep);
        var current = stack.State.Resources[previous.LogicalId];
        var next = previous with { Status = "UPDATE_IN_PROGRESS", StatusReason = null };
        return await UpdateAsync(stack, current, next, isChanged, cancellationToken) != StepOutcome.UpdateFailed;
    }

    /// <summary>Removes a resource.</summary>
    /// <param name="resource">What to remove.</param>
    /// <param name="report">Keeps the resource's status, or only notes it for one that is the stack's no more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> DeleteAsync(
        StackResource resource, Action<StackResource> report, CancellationToken cancellationToken)
    {
        using var together = state.Hold(LongestStep);
        report(resource with { Status = "DELETE_IN_PROGRESS", StatusReason = null });
        var fault = await AttemptAsync(resource.LogicalId, () => handlers[resource.Type].DeleteAsync(
            resource.PhysicalId, Copy(resource.Properties), cancellationToken));
        report(resource with { Status = fault is null ? "DELETE_COMPLETE" : "DELETE_FAILED", StatusReason = fault });
        return fault is null;
    }

    private static JsonObject Copy(JsonObject properties) => properties.DeepClone().AsObject();

    private static ResourceRequest Request(Stack stack, StackResource resource) =>
        new(stack.Name, stack.Id, resource.LogicalId, Copy(resource.Properties));

    private static StepOutcome Fail(Stack stack, StackResource resource, StepOutcome outcome, string reason)
    {
        var status = outcome == StepOutcome.CreateFailed ? "CREATE_FAILED" : "UPDATE_FAILED";
        stack.Report(resource with { Status = status, StatusReason = reason });
        return outcome;
    }

    private async ValueTask<StepOutcome> CreateAsync(
        Stack stack, StackResource next, CancellationToken cancellationToken)
    {
        stack.Report(next);
        ResourceResult? made = null;
        var fault = await AttemptAsync(next.LogicalId, async () =>
            made = await handlers[next.Type].CreateAsync(Request(stack, next), cancellationToken));
        if (made is null)
        {
            return Fail(stack, next, StepOutcome.CreateFailed, fault!);
        }

        var created = next with { PhysicalId = made.PhysicalId, Attributes = made.Attributes };
        stack.Report(created with { StatusReason = Initiated });
        stack.Report(created with { Status = "CREATE_COMPLETE" });
        return StepOutcome.Created;
    }

    private async ValueTask<StepOutcome> ReplaceAsync(
        Stack stack, StackResource current, StackResource next, CancellationToken cancellationToken)
    {
        stack.Report(next with { StatusReason = Replacing });
        ResourceResult? made = null;
        var fault = await AttemptAsync(next.LogicalId, async () =>
            made = await handlers[next.Type].CreateAsync(Request(stack, next), cancellationToken));
        if (made is null)
        {
            return Fail(stack, current, StepOutcome.UpdateFailed, fault!);
        }

        var created = next with { PhysicalId = made.PhysicalId, Attributes = made.Attributes };
        stack.Report(created with { StatusReason = Initiated });
        stack.Report(created with { Status = "UPDATE_COMPLETE" });
        return StepOutcome.Replaced;
    }

    private async ValueTask<StepOutcome> UpdateAsync(
        Stack stack, StackResource current, StackResource next, bool isChanged, CancellationToken cancellationToken)
    {
        stack.Report(next);
        var made = new ResourceResult(next.PhysicalId, next.Attributes);
        var fault = !isChanged ? null : await AttemptAsync(next.LogicalId, async () =>
            made = await handlers[next.Type].UpdateAsync(
                Request(stack, next), next.PhysicalId, Copy(current.Properties), cancellationToken));
        if (fault is not null)
        {
            return Fail(stack, current, StepOutcome.UpdateFailed, fault);
        }

        stack.Report(next with
        {
            PhysicalId = made.PhysicalId,
            Attributes = made.Attributes,
            Status = "UPDATE_COMPLETE",
        });
        return made.PhysicalId == current.PhysicalId ? StepOutcome.Updated : StepOutcome.Replaced;
    }

    /// <summary>Runs a step and returns why it failed, <see langword="null"/> for success.</summary>
    private async ValueTask<string?> AttemptAsync(string logicalId, Func<ValueTask> step)
    {
        try
        {
            await step();
            return null;
        }
        catch (AwsFault fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // A defect must fail its resource, or the stack would be in progress for ever.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(defect, logicalId);
            return $"Internal Failure: {defect.Message}";
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Handler of resource {LogicalId} failed")]
    private partial void LogDefect(Exception defect, string logicalId);
}
