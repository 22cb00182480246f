using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>PutRule</c>: makes a rule, or changes all of it but its targets.</summary>
/// <remarks>
/// Ignores <c>RoleArn</c> and <c>Tags</c>. Source:
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
/// </remarks>
internal static class PutRule
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: name, expression or state; <c>NotImplemented</c> (501): an event pattern.
    /// </exception>
    public static Response Handle(Request request, EventRuleStore rules, TimeProvider clock)
    {
        var name = new RuleReference(request.Name, request.EventBusName).Require();
        RuleChecks.Require(name, request.ScheduleExpression, request.EventPattern);
        var rule = new EventRule(name, rules.ArnOf(name), request.ScheduleExpression!, clock.GetUtcNow())
        {
            Description = request.Description,
            IsEnabled = RuleState.Parse(request.State),
        };
        rules.Put(name, former => rule.Continue(former) with { Targets = former?.Targets ?? rule.Targets });
        return new(rule.Arn);
    }

    internal sealed record Request(
        string? Name,
        string? ScheduleExpression,
        string? EventPattern,
        string? State,
        string? Description,
        string? EventBusName);

    internal sealed record Response(string RuleArn);
}
