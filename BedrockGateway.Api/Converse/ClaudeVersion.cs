using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockGateway.Api.Converse;

/// <summary>Finds which Claude an id names, by which what it takes is known.</summary>
internal static partial class ClaudeVersion
{
    // claude-3-7-sonnet-20250219-v1:0 is 3.7, claude-sonnet-4-20250514-v1:0 is 4, claude-opus-4-8 is 4.8, claude-v2 is
    // 2, and what is newer than all these has none that could be known here.
    public static double Of(string modelId)
    {
        if (Numbers().Match(modelId) is not { Success: true } match)
        {
            return modelId.Contains("claude-v2", StringComparison.Ordinal)
                || modelId.Contains("claude-instant", StringComparison.Ordinal)
                    ? 2
                    : double.MaxValue;
        }

        var minor = match.Groups["minor"] is { Success: true } found ? found.Value : "0";
        return double.Parse($"{match.Groups["major"].Value}.{minor}", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"claude-(?:[a-z]+-)?(?<major>\d)(?:-(?<minor>\d)(?![0-9]))?(?![0-9])")]
    private static partial Regex Numbers();
}
