namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>What a run over the resources of a template did, in order, and how it ended.</summary>
/// <param name="Journal">What was done, which is what a rollback undoes.</param>
/// <param name="FailureReason">Why it stopped, ending in a space as at AWS; <see langword="null"/> for success.</param>
/// <param name="Outputs">Outputs of a successful run.</param>
/// <param name="Imports">Exports of other stacks that were read.</param>
/// <param name="Kept">Logical ids that the template has; every other resource of the stack is dropped.</param>
internal sealed record DeploymentResult(
    IReadOnlyList<JournalEntry> Journal,
    string? FailureReason,
    IReadOnlyList<StackOutput> Outputs,
    IReadOnlyCollection<string> Imports,
    IReadOnlySet<string> Kept)
{
    public static DeploymentResult Failed(IReadOnlyList<JournalEntry> journal, string reason) =>
        new(journal, reason, [], [], new HashSet<string>());
}

/// <summary>One resource that was touched.</summary>
/// <param name="LogicalId">Name in the template.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Previous">The resource before, <see langword="null"/> where there was none.</param>
internal sealed record JournalEntry(string LogicalId, StepOutcome Outcome, StackResource? Previous);
