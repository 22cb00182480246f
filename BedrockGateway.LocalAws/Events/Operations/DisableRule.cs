using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>DisableRule</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
/// </remarks>
internal static class DisableRule
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public static NoContent Handle(RuleReference request, EventRuleStore rules)
    {
        rules.Change(request.Require(), rule => rule with { IsEnabled = false });
        return new();
    }
}
