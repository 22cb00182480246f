using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>DescribeRule</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html
/// </remarks>
internal static class DescribeRule
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public static RuleDescription Handle(RuleReference request, EventRuleStore rules) =>
        RuleDescription.Of(rules.Get(request.Require()));
}

/// <summary>A rule as EventBridge shows it.</summary>
internal sealed record RuleDescription(
    string Name, string Arn, string ScheduleExpression, string State, string? Description, string EventBusName)
{
    public static RuleDescription Of(EventRule rule) => new(
        rule.Name, rule.Arn, rule.ScheduleExpression, RuleState.Of(rule), rule.Description, EventBus.Default);
}
