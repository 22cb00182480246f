using System.Globalization;
using System.Text;

namespace BedrockGateway.Api.Admin;

/// <summary>A report of usage for spreadsheets: a line for each user, plan and day.</summary>
/// <remarks>
/// An address may begin as a formula does, which a spreadsheet would run: an apostrophe makes a text of it.
/// Sources: RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
/// </remarks>
internal static class UsageCsv
{
    private const string Head = "date,sub,email,plan,used";
    private const string LineEnd = "\r\n";

    public static byte[] Write(IEnumerable<UserUsage> users)
    {
        var text = new StringBuilder(Head).Append(LineEnd);
        foreach (var (user, day) in users.SelectMany(user => user.Days, (user, day) => (user, day)))
        {
            text.AppendJoin(
                ',',
                UsageRange.Text(day.Date),
                Cell(user.Sub),
                Cell(user.Email),
                Cell(user.Plan),
                day.Used.ToString(CultureInfo.InvariantCulture)).Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
