using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>EnableRule</c>: a rate is counted from now.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html
/// </remarks>
internal static class EnableRule
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public static NoContent Handle(RuleReference request, EventRuleStore rules, TimeProvider clock)
    {
        rules.Change(
            request.Require(),
            rule => rule.IsEnabled ? rule : rule with { IsEnabled = true, Since = clock.GetUtcNow() });
        return new();
    }
}
