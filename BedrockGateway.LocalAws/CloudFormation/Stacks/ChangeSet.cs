namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>A set of changes that waits to be executed.</summary>
internal sealed record ChangeSet
{
    public required string Name { get; init; }

    /// <summary><c>arn:aws:cloudformation:{region}:{account}:changeSet/{name}/{uuid}</c>.</summary>
    public required string Id { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required StackTarget Target { get; init; }

    public required IReadOnlyList<ResourceChange> Changes { get; init; }

    /// <summary><c>CREATE_COMPLETE</c>, or <c>FAILED</c> where it holds no change.</summary>
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary><c>AVAILABLE</c>, <c>UNAVAILABLE</c>, <c>OBSOLETE</c>, <c>EXECUTE_IN_PROGRESS</c>, ...</summary>
    public required string ExecutionStatus { get; init; }

    public bool IncludeNestedStacks { get; init; }

    public FailureAction OnFailure { get; init; }

    /// <summary>Whether a name or ARN means this one.</summary>
    public bool Answers(string nameOrId) => nameOrId == Name || nameOrId == Id;
}
