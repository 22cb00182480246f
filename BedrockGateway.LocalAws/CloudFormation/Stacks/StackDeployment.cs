using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>
/// Goes through the resources of a template in dependency order, one at a time, and reads the outputs at the end.
/// </summary>
/// <remarks>CloudFormation makes independent resources at once; here the order is the same in every run.</remarks>
internal sealed class StackDeployment(ResourceSteps steps, StackStore stacks, AccountScope account)
{
    public async ValueTask<DeploymentResult> RunAsync(
        Stack stack, StackTarget target, CancellationToken cancellationToken)
    {
        var scope = new TemplateScope(target.Template, stack.Identity, target.Parameters, account);
        var evaluator = new Evaluator(scope, (logicalId, attribute) => Read(stack, logicalId, attribute));
        var journal = new List<JournalEntry>();
        var order = DependencyOrder.Of(scope);
        foreach (var declared in order)
        {
            var previous = stack.State.Resources.GetValueOrDefault(declared.LogicalId);
            var outcome = await steps.ApplyAsync(stack, declared, evaluator, cancellationToken);
            if (outcome != StepOutcome.Unchanged)
            {
                journal.Add(new(declared.LogicalId, outcome, previous));
            }

            if (outcome is StepOutcome.CreateFailed or StepOutcome.UpdateFailed)
            {
                var verb = outcome == StepOutcome.CreateFailed ? "create" : "update";
                return DeploymentResult.Failed(
                    journal, $"The following resource(s) failed to {verb}: [{declared.LogicalId}]. ");
            }
        }

        try
        {
            return new(journal, null, StackOutputs.Read(stack, evaluator, stacks), scope.Imports, Ids(order));
        }
        catch (AwsFault fault)
        {
            return DeploymentResult.Failed(journal, fault.Message + " ");
        }
    }

    private static HashSet<string> Ids(IReadOnlyList<TemplateResource> resources) =>
        resources.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);

    private static string Read(Stack stack, string logicalId, string? attribute) =>
        stack.State.Resources.GetValueOrDefault(logicalId) is { Exists: true } resource
            ? resource.Read(attribute)
            : throw TemplateReferences.Unresolved([logicalId], "Resources");
}
