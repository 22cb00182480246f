using System.Globalization;

namespace BedrockGateway.Api.Admin;

/// <summary>The days that a report of usage is about, in UTC.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal sealed record UsageRange(DateOnly From, DateOnly To)
{
    /// <summary>Most days that API Gateway tells at once.</summary>
    public const int MaxDays = 90;

    private const string Format = "yyyy-MM-dd";

    /// <param name="from">Such as <c>2026-03-01</c>; none for the first of the last day's month.</param>
    /// <param name="to">None for today.</param>
    /// <param name="today">The last day that there can be.</param>
    /// <returns>The range, or what is wrong.</returns>
    public static (UsageRange? Range, string? Problem) Parse(string? from, string? to, DateOnly today)
    {
        if (!TryParse(to, today, out var last))
        {
            return (null, $"to must be a day such as {Text(today)}.");
        }

        if (!TryParse(from, new(last.Year, last.Month, 1), out var first))
        {
            return (null, $"from must be a day such as {Text(today)}.");
        }

        return first > last || last > today || last.DayNumber - first.DayNumber >= MaxDays
            ? (null, $"from must not be after to, to not after today, and both at most {MaxDays} days apart.")
            : (new(first, last), null);
    }

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    private static bool TryParse(string? text, DateOnly fallback, out DateOnly day)
    {
        day = fallback;
        return string.IsNullOrEmpty(text)
            || DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
