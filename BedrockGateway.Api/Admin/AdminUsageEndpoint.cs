using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BedrockGateway.Api.Admin;

/// <summary>GET /admin/usage: who called how often, as JSON or as a table.</summary>
internal static class AdminUsageEndpoint
{
    private const string CsvType = "text/csv";

    public static async Task<Results<Reply<UsageReportReply>, CsvReply, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, UsageReport report, TimeProvider clock)
    {
        var query = http.Request.Query;
        if (WantsCsv(http.Request) is not { } wantsCsv)
        {
            return ErrorReply.Of(StatusCodes.Status400BadRequest, "format must be json or csv.");
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (range, problem) = UsageRange.Parse(query["from"], query["to"], today);
        if (range is null)
        {
            return ErrorReply.Of(StatusCodes.Status400BadRequest, problem!);
        }

        var users = await report.ReadAsync(range, http.RequestAborted);
        return wantsCsv
            ? new CsvReply(
                UsageCsv.Write(users), $"usage-{UsageRange.Text(range.From)}-{UsageRange.Text(range.To)}.csv")
            : UsageReportReply.Of(range, users);
    }

    // Null: a format that there is not. The query wins over the header, which browsers fill in by themselves.
    private static bool? WantsCsv(HttpRequest request) => (string?)request.Query["format"] switch
    {
        "csv" => true,
        "json" => false,
        null or "" => MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(type => type.MediaType.Equals(CsvType, StringComparison.OrdinalIgnoreCase)),
        _ => null,
    };
}
