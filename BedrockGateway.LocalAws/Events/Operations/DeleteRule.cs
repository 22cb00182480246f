using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>DeleteRule</c>; a rule that is gone already counts as deleted.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
/// </remarks>
internal static class DeleteRule
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: the rule has targets.</exception>
    public static NoContent Handle(RuleReference request, EventRuleStore rules)
    {
        var name = request.Require();
        if (rules.Find(name) is { Targets.IsEmpty: false })
        {
            throw EventsFaults.Invalid("Rule can't be deleted since it has targets.");
        }

        rules.Remove(name);
        return new();
    }
}
