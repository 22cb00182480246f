using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary><c>rate(…)</c> and <c>cron(…)</c>.</summary>
internal static class ScheduleExpression
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: it is neither.</exception>
    public static ISchedule Parse(string text) => text switch
    {
        ['r', 'a', 't', 'e', '(', .. var rate, ')'] => RateSchedule.TryParse(rate),
        ['c', 'r', 'o', 'n', '(', .. var cron, ')'] => CronSchedule.TryParse(cron),
        _ => (ISchedule?)null,
    }
    ?? throw EventsFaults.Invalid("Parameter ScheduleExpression is not valid.");
}
