using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.Events;

/// <summary>A rule on the default bus that fires by the clock.</summary>
/// <param name="Name">Unique; 1 to 64 characters.</param>
/// <param name="Arn">ARN of the rule, which is the source of its invocations.</param>
/// <param name="ScheduleExpression"><c>rate(5 minutes)</c> or <c>cron(0 9 * * ? *)</c>, and valid.</param>
/// <param name="Since">Since when it has this expression, or has been enabled.</param>
internal sealed record EventRule(string Name, string Arn, string ScheduleExpression, DateTimeOffset Since)
{
    public string? Description { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>What it invokes, by the targets' ids.</summary>
    public ImmutableSortedDictionary<string, RuleTarget> Targets { get; init; } =
        ImmutableSortedDictionary.Create<string, RuleTarget>(StringComparer.Ordinal);

    /// <summary>This rule in place of a former one: the same schedule goes on where it was.</summary>
    public EventRule Continue(EventRule? former) =>
        former is { IsEnabled: true } && IsEnabled && former.ScheduleExpression == ScheduleExpression
            ? this with { Since = former.Since }
            : this;

    /// <summary>When it fires after <paramref name="now"/>; <see langword="null"/> for never.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) =>
        IsEnabled ? Schedules.ScheduleExpression.Parse(ScheduleExpression).NextAfter(Since, now) : null;
}

/// <summary>A function that a rule invokes.</summary>
/// <param name="Id">Unique in the rule; 1 to 64 characters.</param>
/// <param name="Arn">ARN of the function, or of a version or alias.</param>
/// <param name="Input">The event, as JSON; <see langword="null"/> for the one that EventBridge makes.</param>
internal sealed record RuleTarget(string Id, string Arn, string? Input)
{
    public bool IsFunction => Arn.Split(':') is ["arn", _, "lambda", _, _, "function", _, ..];
}
