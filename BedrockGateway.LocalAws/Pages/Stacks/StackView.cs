using BedrockGateway.LocalAws.CloudFormation.Stacks;

namespace BedrockGateway.LocalAws.Pages.Stacks;

/// <summary>A stack in the list.</summary>
internal sealed record StackView(
    string Id,
    string Name,
    string Status,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? UpdatedAt,
    int Resources)
{
    public static StackView Of(Stack stack)
    {
        var state = stack.State;
        return new(
            stack.Id,
            stack.Name,
            state.Status,
            state.StatusReason,
            state.Created,
            state.LastUpdated,
            state.Resources.Count);
    }
}

/// <summary>A stack with all that it made.</summary>
/// <param name="Stack">As in the list.</param>
/// <param name="Outputs">By name.</param>
/// <param name="Resources">By logical id.</param>
/// <param name="Events">The last 200, the newest first.</param>
internal sealed record StackDetailView(
    StackView Stack,
    IReadOnlyList<OutputView> Outputs,
    IReadOnlyList<ResourceView> Resources,
    IReadOnlyList<EventView> Events)
{
    private const int MaxEvents = 200;

    public static StackDetailView Of(Stack stack)
    {
        var state = stack.State;
        return new(
            StackView.Of(stack),
            [.. state.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal)
                .Select(output => new OutputView(output.Key, output.Value, output.Description))],
            [.. state.Resources.Values.OrderBy(resource => resource.LogicalId, StringComparer.Ordinal)
                .Select(resource => new ResourceView(
                    resource.LogicalId, resource.Type, resource.PhysicalId, resource.Status, resource.StatusReason))],
            [.. state.Events.Reverse().Take(MaxEvents).Select(happened => new EventView(
                happened.Timestamp, happened.LogicalId, happened.Type, happened.Status, happened.Reason))]);
    }
}

/// <summary>An output of a stack.</summary>
internal sealed record OutputView(string Key, string Value, string? Description);

/// <summary>A resource of a stack; its properties, which may hold secrets, are not shown.</summary>
internal sealed record ResourceView(
    string LogicalId, string Type, string PhysicalId, string Status, string? Reason);

/// <summary>A line of a stack's history.</summary>
internal sealed record EventView(DateTimeOffset At, string LogicalId, string Type, string Status, string? Reason);
