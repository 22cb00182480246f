using System.Text.Json;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Events.Schedules;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>What a rule and its targets may be.</summary>
internal static partial class RuleChecks
{
    public const int MaxNameLength = 64;

    private const int MaxTargets = 5;
    private const int MaxInputLength = 8192;

    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the name or the expression. <c>NotImplemented</c> (501): a rule for events.
    /// </exception>
    public static void Require(string name, string? scheduleExpression, string? eventPattern)
    {
        if (!Name().IsMatch(name))
        {
            throw EventsFaults.Invalid(
                $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+");
        }

        if (eventPattern is { Length: > 0 })
        {
            throw AwsFault.NotEmulated("events", "PutRule with EventPattern");
        }

        if (scheduleExpression is not { Length: > 0 })
        {
            throw EventsFaults.Invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        ScheduleExpression.Parse(scheduleExpression);
    }

    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the input; <c>NotImplemented</c> (501): the target is no function;
    /// <c>LimitExceededException</c>: the rule would have more than five.
    /// </exception>
    public static void Require(EventRule rule)
    {
        if (rule.Targets.Count > MaxTargets)
        {
            throw new AwsFault("LimitExceededException", "The requested resource exceeds the maximum number allowed.");
        }

        foreach (var target in rule.Targets.Values)
        {
            Require(target);
        }
    }

    private static void Require(RuleTarget target)
    {
        if (!target.IsFunction)
        {
            throw AwsFault.NotEmulated("events", $"target {target.Arn}");
        }

        if (target.Input is { } input && (input.Length > MaxInputLength || !IsJson(input)))
        {
            throw EventsFaults.Invalid($"JSON syntax error in input for target {target.Id}");
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[.\-_A-Za-z0-9]{1,64}\z")]
    private static partial Regex Name();
}
