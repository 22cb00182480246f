using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What GET /admin/usage answers.</summary>
internal sealed record UsageReportReply(int Status, bool Success, string Message, UsageReportData Data)
{
    public static Reply<UsageReportReply> Of(UsageRange range, IReadOnlyList<UserUsage> users) => new(
        StatusCodes.Status200OK,
        new(
            StatusCodes.Status200OK,
            Success: true,
            "Successfully retrieved the usage.",
            new(range.From, range.To, users)),
        AdminJsonContext.Wire.UsageReportReply);
}

/// <summary>Who called, and how often.</summary>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Users">Users who called in these days, each once for every plan.</param>
internal sealed record UsageReportData(DateOnly From, DateOnly To, IReadOnlyList<UserUsage> Users);

/// <summary>How often a user called in a plan.</summary>
/// <param name="Sub">The user; <see langword="null"/> for keys that are gone by now.</param>
/// <param name="Email">The user's address; <see langword="null"/> for one who is gone by now.</param>
/// <param name="Plan">The plan by its name.</param>
/// <param name="Used">Requests in all days.</param>
/// <param name="Days">Days with requests, oldest first.</param>
internal sealed record UserUsage(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Sub,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Email,
    string Plan,
    long Used,
    IReadOnlyList<UsedDay> Days)
{
    // A record would print the address.
    public override string ToString() => Sub ?? "";
}

/// <summary>Requests on a day, in UTC.</summary>
internal sealed record UsedDay(DateOnly Date, long Used);
