using System.Collections.Frozen;
using System.Globalization;

namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary>One field of a cron expression that is a set of numbers.</summary>
internal sealed class CronField
{
    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly FrozenSet<int> _values;

    private CronField(IEnumerable<int> values)
    {
        _values = values.ToFrozenSet();
        Values = [.. _values.Order()];
    }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<int> Values { get; }

    public bool Contains(int value) => _values.Contains(value);

    public static CronField? Minutes(string text) => TryParse(text, 0, 59, []);

    public static CronField? Hours(string text) => TryParse(text, 0, 23, []);

    public static CronField? DaysOfMonth(string text) => TryParse(text, 1, 31, []);

    public static CronField? Months(string text) => TryParse(text, 1, 12, MonthNames);

    /// <summary>1 is Sunday.</summary>
    public static CronField? DaysOfWeek(string text) => TryParse(text, 1, 7, DayNames);

    public static CronField? Years(string text) => TryParse(text, 1970, 2199, []);

    /// <summary>A day of the week by number or name; <see langword="null"/> for neither.</summary>
    public static int? DayOfWeek(string text) => Number(text, 1, 7, DayNames);

    // "*", "5", "1-5", "MON-FRI", "0/15", "*/15", "10-40/5", and lists of these
    private static CronField? TryParse(string text, int min, int max, string[] names)
    {
        var values = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (Range(part, min, max, names) is not { } range)
            {
                return null;
            }

            values.AddRange(range);
        }

        return new(values);
    }

    private static IEnumerable<int>? Range(string part, int min, int max, string[] names)
    {
        var step = 1;
        var span = part;
        if (part.Split('/') is [var before, var every])
        {
            if (Number(every, 1, max, []) is not { } given)
            {
                return null;
            }

            (span, step) = (before, given);
        }

        (int? First, int? Last) ends = span.Split('-') switch
        {
            ["*"] => (min, max),
            [var only] when span != part => (Number(only, min, max, names), max),
            [var only] => (Number(only, min, max, names), Number(only, min, max, names)),
            [var from, var to] => (Number(from, min, max, names), Number(to, min, max, names)),
            _ => (null, null),
        };
        return ends is ({ } first, { } last) ? Steps(first, last, step, min, max) : null;
    }

    // A range such as FRI-MON goes on at the field's start.
    private static IEnumerable<int> Steps(int first, int last, int step, int min, int max)
    {
        var size = max - min + 1;
        var length = last >= first ? last - first : last - first + size;
        for (var i = 0; i <= length; i += step)
        {
            yield return min + ((first - min + i) % size);
        }
    }

    private static int? Number(string text, int min, int max, string[] names)
    {
        var name = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name >= 0 ? name + 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? number
            : null;
    }
}
