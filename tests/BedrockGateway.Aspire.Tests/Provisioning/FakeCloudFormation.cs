using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace BedrockGateway.Aspire.Tests.Provisioning;

/// <summary>CloudFormation as its client sees it: stacks, change sets, events, one step of work per look.</summary>
internal sealed class FakeCloudFormation : IAmazonCloudFormation
{
    private readonly Dictionary<string, CreateChangeSetRequest> _changeSets = [];
    private readonly List<StackEvent> _events = [];
    private int _ids;

    public List<Stack> Stacks { get; } = [];

    /// <summary>The operations that were called, in order, without the looks.</summary>
    public List<string> Changes { get; } = [];

    public CreateChangeSetRequest? LastChangeSet { get; private set; }

    /// <summary>Resource and reason of the failure that every execution ends in.</summary>
    public (string LogicalId, string Reason)? Failure { get; set; }

    /// <summary>Why every change set fails.</summary>
    public string? ChangeSetFailure { get; set; }

    public List<Output> Outputs { get; } =
        [new() { OutputKey = "ApiId", OutputValue = "abc" }, new() { OutputKey = "Stage", OutputValue = "prod" }];

    public bool IsDisposed { get; private set; }

    public IClientConfig Config => throw new NotSupportedException();

    public Stack Add(string name, StackStatus status, params Tag[] tags)
    {
        var stack = new Stack
        {
            StackName = name,
            StackId = $"arn:aws:cloudformation:us-east-1:000000000000:stack/{name}/1",
            StackStatus = status,
            Tags = [.. tags],
            Outputs = Outputs,
        };
        Stacks.Add(stack);
        return stack;
    }

    /// <summary>One stack a page, so that a caller who does not turn pages finds only the first.</summary>
    public Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request, CancellationToken cancellationToken)
    {
        if (request.StackName is { } name)
        {
            var found = Stacks.Find(stack => stack.StackName == name)
                ?? throw new AmazonCloudFormationException($"Stack with id {name} does not exist")
                {
                    ErrorCode = "ValidationError",
                };
            return Task.FromResult(new DescribeStacksResponse { Stacks = [found] });
        }

        var page = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult(new DescribeStacksResponse
        {
            Stacks = [.. Stacks.Skip(page).Take(1).Select(Worked)],
            NextToken = page + 1 < Stacks.Count ? $"{page + 1}" : null,
        });
    }

    public Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request, CancellationToken cancellationToken)
    {
        Changes.Add($"CreateChangeSet {request.ChangeSetType.Value}");
        LastChangeSet = request;
        if (request.ChangeSetType == ChangeSetType.CREATE)
        {
            Add(request.StackName, StackStatus.REVIEW_IN_PROGRESS);
            Happened(request.StackName, "REVIEW_IN_PROGRESS", "User Initiated");
        }

        var id = $"arn:aws:cloudformation:us-east-1:000000000000:changeSet/{request.ChangeSetName}/1";
        _changeSets[id] = request;
        return Task.FromResult(new CreateChangeSetResponse { Id = id });
    }

    public Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new DescribeChangeSetResponse
        {
            ChangeSetId = _changeSets.Keys.Single(id => id == request.ChangeSetName),
            Status = ChangeSetFailure is null ? ChangeSetStatus.CREATE_COMPLETE : ChangeSetStatus.FAILED,
            StatusReason = ChangeSetFailure,
        });

    public Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request, CancellationToken cancellationToken)
    {
        var changeSet = _changeSets[request.ChangeSetName];
        var isNew = changeSet.ChangeSetType == ChangeSetType.CREATE;
        Changes.Add($"ExecuteChangeSet {request.StackName}");
        var stack = Stacks.Single(candidate => candidate.StackName == request.StackName);
        stack.Tags = changeSet.Tags;
        stack.StackStatus = isNew ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS;
        if (Failure is { } failure)
        {
            Happened(
                failure.LogicalId, isNew ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED, failure.Reason);
            Happened("Other", ResourceStatus.CREATE_FAILED, "Resource creation cancelled");
        }

        return Task.FromResult(new ExecuteChangeSetResponse());
    }

    public Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new DescribeStackEventsResponse { StackEvents = [.. _events] });

    public Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken)
    {
        Changes.Add($"DeleteStack {request.StackName}");
        Stacks.Single(stack => stack.StackName == request.StackName).StackStatus = StackStatus.DELETE_IN_PROGRESS;
        return Task.FromResult(new DeleteStackResponse());
    }

    public void Dispose() => IsDisposed = true;

    public Task<DescribeStacksResponse> DescribeStacksAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<DescribeStackResourcesResponse> DescribeStackResourcesAsync(
        DescribeStackResourcesRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        throw new NotSupportedException();

    /// <summary>What is seen now; what is seen next is one step on.</summary>
    private Stack Worked(Stack stack)
    {
        var seen = new Stack
        {
            StackName = stack.StackName,
            StackId = stack.StackId,
            StackStatus = stack.StackStatus,
            Tags = stack.Tags,
            Outputs = stack.Outputs,
        };
        stack.StackStatus = stack.StackStatus.Value switch
        {
            "CREATE_IN_PROGRESS" when Failure is not null => StackStatus.ROLLBACK_IN_PROGRESS,
            "CREATE_IN_PROGRESS" => StackStatus.CREATE_COMPLETE,
            "UPDATE_IN_PROGRESS" when Failure is not null => StackStatus.UPDATE_ROLLBACK_COMPLETE,
            "UPDATE_IN_PROGRESS" => StackStatus.UPDATE_COMPLETE,
            "ROLLBACK_IN_PROGRESS" => StackStatus.ROLLBACK_COMPLETE,
            _ => stack.StackStatus,
        };
        if (stack.StackStatus == StackStatus.DELETE_IN_PROGRESS)
        {
            Stacks.Remove(stack);
        }

        return seen;
    }

    private void Happened(string logicalId, ResourceStatus status, string reason) => _events.Insert(0, new()
    {
        EventId = $"{++_ids}",
        LogicalResourceId = logicalId,
        ResourceStatus = status,
        ResourceStatusReason = reason,
    });
}
