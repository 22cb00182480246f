using System.Globalization;

namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary><c>rate(5 minutes)</c>: counted from when the rule was made or enabled.</summary>
internal sealed class RateSchedule(TimeSpan period) : ISchedule
{
    private const int MaxPeriods = 100_000_000;

    public DateTimeOffset? NextAfter(DateTimeOffset since, DateTimeOffset now) =>
        since + (period * (1 + Math.Max(0, (now - since).Ticks / period.Ticks)));

    // One of "1 minute", "5 minutes", "1 hour", "2 hours", "1 day", "7 days": the number decides the unit's form.
    public static RateSchedule? TryParse(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var periods)
            || periods is < 1 or > MaxPeriods)
        {
            return null;
        }

        var one = (unit, periods) switch
        {
            ("minute", 1) or ("minutes", > 1) => TimeSpan.FromMinutes(1),
            ("hour", 1) or ("hours", > 1) => TimeSpan.FromHours(1),
            ("day", 1) or ("days", > 1) => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        return one == TimeSpan.Zero || periods > TimeSpan.FromDays(MaxDays) / one ? null : new(one * periods);
    }

    // A century and more; the sum with a date has to be a date.
    private const int MaxDays = 100_000;
}
