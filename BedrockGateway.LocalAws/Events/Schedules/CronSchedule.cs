namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary><c>cron(minutes hours day-of-month month day-of-week year)</c>, in UTC.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
/// </remarks>
internal sealed class CronSchedule : ISchedule
{
    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _months;
    private readonly CronField _years;
    private readonly Func<DateOnly, bool> _isDay;

    private CronSchedule(
        CronField minutes, CronField hours, CronField months, CronField years, Func<DateOnly, bool> isDay) =>
        (_minutes, _hours, _months, _years, _isDay) = (minutes, hours, months, years, isDay);

    public DateTimeOffset? NextAfter(DateTimeOffset since, DateTimeOffset now)
    {
        var earliest = now.UtcDateTime.AddMinutes(1);
        var day = DateOnly.FromDateTime(earliest);
        var time = new TimeOnly(earliest.Hour, earliest.Minute);
        while (day.Year <= _years.Values[^1])
        {
            if (!_years.Contains(day.Year))
            {
                (day, time) = (new(day.Year + 1, 1, 1), TimeOnly.MinValue);
            }
            else if (!_months.Contains(day.Month))
            {
                (day, time) = (new DateOnly(day.Year, day.Month, 1).AddMonths(1), TimeOnly.MinValue);
            }
            else if (_isDay(day) && TimeFrom(time) is { } found)
            {
                return new(day, found, TimeSpan.Zero);
            }
            else
            {
                (day, time) = (day.AddDays(1), TimeOnly.MinValue);
            }
        }

        return null;
    }

    public static CronSchedule? TryParse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [var minutes, var hours, var ofMonth, var months, var ofWeek, var years]
        && CronField.Minutes(minutes) is { } minute
        && CronField.Hours(hours) is { } hour
        && CronField.Months(months) is { } month
        && CronField.Years(years) is { } year
        && CronDays.TryParse(ofMonth, ofWeek) is { } isDay
            ? new(minute, hour, month, year, isDay)
            : null;

    private TimeOnly? TimeFrom(TimeOnly earliest)
    {
        foreach (var hour in _hours.Values.Where(hour => hour >= earliest.Hour))
        {
            var from = hour == earliest.Hour ? earliest.Minute : 0;
            foreach (var minute in _minutes.Values.Where(minute => minute >= from).Take(1))
            {
                return new(hour, minute);
            }
        }

        return null;
    }
}
