using System.Globalization;

namespace BedrockGateway.LocalAws.Cognito.Srp;

/// <summary>The time that a client signs: <c>Tue Jan 6 03:04:05 UTC 2026</c>, the day without a zero.</summary>
internal static class SrpTimestamp
{
    // A zero before the day is read as well, since clients differ.
    private static readonly string[] Formats = ["ddd MMM d HH:mm:ss UTC yyyy", "ddd MMM dd HH:mm:ss UTC yyyy"];

    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
