using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Everything about a stack that changes, as one snapshot.</summary>
internal sealed record StackState
{
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>What the resources are made from; <see langword="null"/> before the first execution.</summary>
    public StackTarget? Target { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    /// <summary>ARN of the change set that was executed last.</summary>
    public string? ChangeSetId { get; init; }

    public bool DisableRollback { get; init; }

    public bool TerminationProtection { get; init; }

    public ImmutableDictionary<string, StackResource> Resources { get; init; } =
        ImmutableDictionary.Create<string, StackResource>(StringComparer.Ordinal);

    public IReadOnlyList<StackOutput> Outputs { get; init; } = [];

    /// <summary>Names of other stacks' exports that this one reads.</summary>
    public IReadOnlyCollection<string> Imports { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableList<StackEvent> Events { get; init; } = [];

    public ImmutableList<ChangeSet> ChangeSets { get; init; } = [];

    /// <summary>Token of the request that started the present operation.</summary>
    public string? ClientRequestToken { get; init; }

    public bool IsDeleted => Status == "DELETE_COMPLETE";

    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && Status != "REVIEW_IN_PROGRESS";

    /// <summary>Whether an update may start: the last operation ended well, or was undone.</summary>
    public bool CanUpdate => Status is
        "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE" or "UPDATE_FAILED" or "IMPORT_COMPLETE";

    public ChangeSet? FindChangeSet(string nameOrId) => ChangeSets.Find(set => set.Answers(nameOrId));

    /// <summary>The same state with one change set changed.</summary>
    public StackState With(ChangeSet changeSet) => this with
    {
        ChangeSets = ChangeSets.RemoveAll(set => set.Id == changeSet.Id).Add(changeSet),
    };

    /// <summary>
    /// The same state with change sets made useless, because the stack they were made for has moved on.
    /// </summary>
    /// <param name="exceptId">The one that is being executed.</param>
    public StackState WithObsoleteChangeSets(string? exceptId = null) => this with
    {
        ChangeSets =
        [
            .. ChangeSets.Select(set => set.Id == exceptId || set.ExecutionStatus != "AVAILABLE"
                ? set
                : set with { ExecutionStatus = "OBSOLETE" }),
        ],
    };
}
