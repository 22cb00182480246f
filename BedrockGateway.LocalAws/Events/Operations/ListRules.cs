namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>ListRules</c>, on one page.</summary>
/// <remarks>
/// Ignores <c>Limit</c>. Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
/// </remarks>
internal static class ListRules
{
    public static Response Handle(Request request, EventRuleStore rules)
    {
        EventBus.RequireDefault(request.EventBusName);
        var prefix = request.NamePrefix ?? string.Empty;
        return new([.. rules.All
            .Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(RuleDescription.Of)]);
    }

    internal sealed record Request(string? NamePrefix, string? EventBusName);

    internal sealed record Response(RuleDescription[] Rules);
}
