using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>ListTargetsByRule</c>, on one page.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html
/// </remarks>
internal static class ListTargetsByRule
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public static Response Handle(Request request, EventRuleStore rules)
    {
        var name = new RuleReference(request.Rule, request.EventBusName).Require();
        return new([.. rules.Get(name).Targets.Values.Select(target => new Item(target.Id, target.Arn, target.Input))]);
    }

    internal sealed record Request(string? Rule, string? EventBusName);

    internal sealed record Response(Item[] Targets);

    internal sealed record Item(string Id, string Arn, string? Input);
}
