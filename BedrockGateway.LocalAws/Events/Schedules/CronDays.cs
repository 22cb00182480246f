using System.Globalization;

namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary>The two fields of a cron expression that say on which days it fires: one of them is <c>?</c>.</summary>
internal static class CronDays
{
    private const string Any = "?";

    public static Func<DateOnly, bool>? TryParse(string ofMonth, string ofWeek) => (ofMonth, ofWeek) switch
    {
        (Any, Any) => null,
        (_, Any) => OfMonth(ofMonth),
        (Any, _) => OfWeek(ofWeek),
        _ => null,
    };

    // "L" is the month's last day, "LW" its last weekday, "15W" the weekday nearest to the 15th.
    private static Func<DateOnly, bool>? OfMonth(string text)
    {
        switch (text)
        {
            case "L":
                return day => day == LastOf(day);
            case "LW":
                return day => day == NearestWeekday(LastOf(day));
            case [.. var number, 'W']:
                return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var near)
                    && near is >= 1 and <= 31
                    ? day => near <= LastOf(day).Day && day == NearestWeekday(new(day.Year, day.Month, near))
                    : null;
            default:
                return CronField.DaysOfMonth(text) is { } days ? day => days.Contains(day.Day) : null;
        }
    }

    // "L" is Saturday, "6L" the month's last Friday, "3#2" its second Tuesday.
    private static Func<DateOnly, bool>? OfWeek(string text)
    {
        if (text == "L")
        {
            return day => day.DayOfWeek == DayOfWeek.Saturday;
        }

        if (text is [.. var named, 'L'] && CronField.DayOfWeek(named) is { } last)
        {
            return day => Number(day) == last && day.Day > LastOf(day).Day - 7;
        }

        if (text.Split('#') is [var name, var ordinal])
        {
            return CronField.DayOfWeek(name) is { } number && ordinal is [>= '1' and <= '5' and var nth]
                ? day => Number(day) == number && (day.Day - 1) / 7 == nth - '1'
                : null;
        }

        return CronField.DaysOfWeek(text) is { } days ? day => days.Contains(Number(day)) : null;
    }

    private static int Number(DateOnly day) => (int)day.DayOfWeek + 1;

    private static DateOnly LastOf(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    // Never leaves the month.
    private static DateOnly NearestWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(day.Day == 1 ? 2 : -1),
        DayOfWeek.Sunday => day.AddDays(day == LastOf(day) ? -2 : 1),
        _ => day,
    };
}
