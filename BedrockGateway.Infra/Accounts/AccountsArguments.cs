using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BedrockGateway.Infra.Accounts;

/// <summary>What follows <c>accounts</c> on the command line.</summary>
/// <param name="StackName">Whose users and keys.</param>
/// <param name="Repair">Whether <c>check</c> mends what it finds.</param>
/// <param name="Older">
/// Age from which <c>prune-unconfirmed</c> removes users; <see langword="null"/> for <c>check</c>.
/// </param>
/// <param name="DryRun">Whether the removal only says what it would do.</param>
internal sealed record AccountsArguments(string StackName, bool Repair, TimeSpan? Older, bool DryRun)
{
    private const string Usage =
        "Usage: accounts check [--repair] [--stack-name <name>], "
        + "or accounts prune-unconfirmed --older <days>d [--dry-run] [--stack-name <name>]";

    private const int MaxDays = 3650;

    public static bool TryParse(
        IReadOnlyList<string> arguments,
        [NotNullWhen(true)] out AccountsArguments? parsed,
        [NotNullWhen(false)] out string? problem)
    {
        parsed = new(new GatewaySettings().StackName, Repair: false, Older: null, DryRun: false);
        problem = null;
        if (arguments is not [("check" or "prune-unconfirmed") and var action, ..])
        {
            problem = Usage;
            return false;
        }

        for (var i = 1; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : string.Empty;
            switch (arguments[i])
            {
                case "--stack-name" when value.Length > 0:
                    parsed = parsed with { StackName = value };
                    i++;
                    break;
                case "--repair" when action == "check":
                    parsed = parsed with { Repair = true };
                    break;
                case "--older" when action != "check" && DaysOf(value) is { } days:
                    parsed = parsed with { Older = days };
                    i++;
                    break;
                case "--dry-run" when action != "check":
                    parsed = parsed with { DryRun = true };
                    break;
                case var unknown:
                    problem = $"'{unknown}' is not understood. {Usage}";
                    return false;
            }
        }

        problem = action == "check" || parsed.Older is not null ? null : Usage;
        return problem is null;
    }

    // 7d
    private static TimeSpan? DaysOf(string text) =>
        text is [.. var number, 'd']
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days is >= 1 and <= MaxDays
            ? TimeSpan.FromDays(days)
            : null;
}
