using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>EventBridge <c>PutTargets</c>: adds targets to a rule, or replaces those of the same id.</summary>
/// <remarks>
/// Ignores <c>RetryPolicy</c> and <c>DeadLetterConfig</c>. Source:
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
/// </remarks>
internal static class PutTargets
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>; <c>ValidationException</c>: an id, ARN or input;
    /// <c>LimitExceededException</c>: more than five; <c>NotImplemented</c> (501): no function, or an input that is
    /// made out of the event.
    /// </exception>
    public static FailedEntries Handle(Request request, EventRuleStore rules)
    {
        var name = new RuleReference(request.Rule, request.EventBusName).Require();
        var targets = (request.Targets ?? throw EventsFaults.Missing("targets")).Select(Read).ToList();
        rules.Change(name, rule =>
        {
            var changed = rule with
            {
                Targets = rule.Targets.SetItems(targets.Select(target => KeyValuePair.Create(target.Id, target))),
            };
            RuleChecks.Require(changed);
            return changed;
        });
        return FailedEntries.None;
    }

    private static RuleTarget Read(Item target) => target switch
    {
        { InputPath: not null } => throw AwsFault.NotEmulated("events", "target with InputPath"),
        { InputTransformer: not null } => throw AwsFault.NotEmulated("events", "target with InputTransformer"),
        { Id: null } => throw EventsFaults.Missing("targets.1.member.id"),
        { Arn: null } => throw EventsFaults.Missing("targets.1.member.arn"),
        _ => new(target.Id, target.Arn, target.Input),
    };

    internal sealed record Request(string? Rule, string? EventBusName, Item[]? Targets);

    internal sealed record Item(
        string? Id, string? Arn, string? Input, string? InputPath, JsonObject? InputTransformer);
}
