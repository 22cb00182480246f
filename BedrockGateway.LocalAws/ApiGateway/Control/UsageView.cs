using System.Globalization;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>Usage of keys on the wire.</summary>
/// <param name="UsagePlanId">The plan.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Position">Where the next part starts; absent at the end.</param>
/// <param name="Values">By key id, a pair <c>[used, remaining]</c> for each day.</param>
internal sealed record UsageView(
    string UsagePlanId,
    string StartDate,
    string EndDate,
    string? Position,
    IReadOnlyDictionary<string, long[][]> Values)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <exception cref="Wire.AwsFault"><c>BadRequestException</c> (400): it is no date.</exception>
    public static DateOnly Date(string? text, string name) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw ApiGatewayFaults.BadRequest($"Invalid {name} specified: it must be a date such as 2026-01-31");

    public static long[][] DaysOf(UsageCounter counter, UsagePlan plan, DateOnly start, DateOnly end) =>
        [.. Enumerable.Range(0, end.DayNumber - start.DayNumber + 1)
            .Select(day => counter.Read(plan, start.AddDays(day)))];
}
