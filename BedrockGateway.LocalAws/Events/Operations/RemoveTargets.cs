using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>RemoveTargets</c>; ids of no target count as removed.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html
/// </remarks>
internal static class RemoveTargets
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public static FailedEntries Handle(Request request, EventRuleStore rules)
    {
        var name = new RuleReference(request.Rule, request.EventBusName).Require();
        var ids = request.Ids ?? throw EventsFaults.Missing("ids");
        rules.Change(name, rule => rule with { Targets = rule.Targets.RemoveRange(ids) });
        return FailedEntries.None;
    }

    internal sealed record Request(string? Rule, string? EventBusName, string[]? Ids);
}
