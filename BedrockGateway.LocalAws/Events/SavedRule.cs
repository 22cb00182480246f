using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Events;

/// <summary>A rule as it is kept; its targets are a list, because a map's comparer is not written.</summary>
internal sealed record SavedRule(
    string Name,
    string Arn,
    string ScheduleExpression,
    DateTimeOffset Since,
    string? Description,
    bool IsEnabled,
    IReadOnlyList<RuleTarget> Targets)
{
    public static SavedRule Of(EventRule rule) => new(
        rule.Name, rule.Arn, rule.ScheduleExpression, rule.Since, rule.Description, rule.IsEnabled,
        [.. rule.Targets.Values]);

    public EventRule ToRule() => new(Name, Arn, ScheduleExpression, Since)
    {
        Description = Description,
        IsEnabled = IsEnabled,
        Targets = Targets.ToImmutableSortedDictionary(target => target.Id, target => target, StringComparer.Ordinal),
    };
}

[JsonSerializable(typeof(SavedRule))]
internal sealed partial class EventsStateContext : JsonSerializerContext;
