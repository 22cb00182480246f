using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Follows a stack while CloudFormation works on it.</summary>
internal sealed partial class StackWatch(
    IAmazonCloudFormation client, CloudFormationTemplateResource resource, ILogger logger, TimeProvider clock)
{
    // By id, not by time: the clocks here and there need not agree.
    private readonly HashSet<string> _seen = [];

    /// <summary>The first resource that failed since <see cref="SkipEventsAsync"/>, and why.</summary>
    public string? FirstFailure { get; private set; }

    public static bool Succeeded(Stack stack) =>
        !stack.StackStatus.Value.EndsWith("FAILED", StringComparison.Ordinal)
        && !stack.StackStatus.Value.EndsWith("ROLLBACK_COMPLETE", StringComparison.Ordinal);

    /// <summary>
    /// Finds the stack among all: a filter by name would be an error where there is none of that name.
    /// </summary>
    public async Task<Stack?> FindAsync(CancellationToken cancellationToken)
    {
        var request = new DescribeStacksRequest();
        do
        {
            var page = await client.DescribeStacksAsync(request, cancellationToken);
            if (page.Stacks?.FirstOrDefault(stack => stack.StackName == resource.StackName) is { } found)
            {
                return found;
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return null;
    }

    public Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(resource.StackPollingInterval), clock, cancellationToken);

    /// <summary>Takes the events up to now as known.</summary>
    public async Task SkipEventsAsync(CancellationToken cancellationToken)
    {
        FirstFailure = null;
        foreach (var past in await NewEventsAsync(cancellationToken))
        {
            _seen.Add(past.EventId);
        }
    }

    /// <summary>Returns the stack when nothing happens to it any more; none when it has been deleted.</summary>
    public async Task<Stack?> WaitWhileInProgressAsync(CancellationToken cancellationToken)
    {
        Stack? stack;
        do
        {
            await PauseAsync(cancellationToken);
            stack = await FindAsync(cancellationToken);
            if (stack is not null)
            {
                await LogEventsAsync(cancellationToken);
            }
        }
        while (stack is not null && IsInProgress(stack.StackStatus));
        return stack;
    }

    private async Task LogEventsAsync(CancellationToken cancellationToken)
    {
        var events = await NewEventsAsync(cancellationToken);
        foreach (var happened in events.AsEnumerable().Reverse())
        {
            _seen.Add(happened.EventId);
            var reason = IsInProgress(happened.ResourceStatus) ? null : happened.ResourceStatusReason;
            if (happened.ResourceStatus.Value.EndsWith("_FAILED", StringComparison.Ordinal)
                && !string.IsNullOrEmpty(reason))
            {
                FirstFailure ??= $"{happened.LogicalResourceId}: {reason}";
            }

            if (string.IsNullOrEmpty(reason))
            {
                Event(logger, happened.LogicalResourceId, happened.ResourceStatus.Value);
            }
            else
            {
                EventWithReason(logger, happened.LogicalResourceId, happened.ResourceStatus.Value, reason);
            }
        }
    }

    /// <summary>Newest first, as CloudFormation lists them.</summary>
    private async Task<List<StackEvent>> NewEventsAsync(CancellationToken cancellationToken)
    {
        var events = new List<StackEvent>();
        var request = new DescribeStackEventsRequest { StackName = resource.StackName };
        do
        {
            var page = await client.DescribeStackEventsAsync(request, cancellationToken);
            var unseen = page.StackEvents?.TakeWhile(candidate => !_seen.Contains(candidate.EventId)).ToList() ?? [];
            events.AddRange(unseen);
            request.NextToken = unseen.Count == page.StackEvents?.Count ? page.NextToken : null;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return events;
    }

    private static bool IsInProgress(string status) => status.EndsWith("IN_PROGRESS", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Information, "{LogicalResourceId} {Status}")]
    private static partial void Event(ILogger logger, string logicalResourceId, string status);

    [LoggerMessage(LogLevel.Information, "{LogicalResourceId} {Status} {Reason}")]
    private static partial void EventWithReason(ILogger logger, string logicalResourceId, string status, string reason);
}
