using System.Diagnostics.CodeAnalysis;

namespace BedrockGateway.Infra.Keys;

/// <summary>What follows <c>keys</c> on the command line.</summary>
/// <param name="Prune">Whether the keys are removed; else they are listed.</param>
/// <param name="StackName">Whose keys.</param>
/// <param name="DryRun">Whether the removal only says what it would do.</param>
/// <param name="Force">Whether keys are removed although the stack still exists.</param>
internal sealed record KeysArguments(bool Prune, string StackName, bool DryRun, bool Force)
{
    private const string Usage =
        "Usage: keys list [--stack-name <name>], or keys prune [--stack-name <name>] [--dry-run] [--force]";

    public static bool TryParse(
        IReadOnlyList<string> arguments,
        [NotNullWhen(true)] out KeysArguments? parsed,
        [NotNullWhen(false)] out string? problem)
    {
        parsed = new(Prune: false, new GatewaySettings().StackName, DryRun: false, Force: false);
        problem = null;
        if (arguments is not [("list" or "prune") and var action, ..])
        {
            problem = Usage;
            return false;
        }

        parsed = parsed with { Prune = action == "prune" };
        for (var i = 1; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--stack-name" when i + 1 < arguments.Count && arguments[i + 1] is { Length: > 0 } name:
                    parsed = parsed with { StackName = name };
                    i++;
                    break;
                case "--dry-run" when parsed.Prune:
                    parsed = parsed with { DryRun = true };
                    break;
                case "--force" when parsed.Prune:
                    parsed = parsed with { Force = true };
                    break;
                case var unknown:
                    problem = $"'{unknown}' is not understood. {Usage}";
                    return false;
            }
        }

        return true;
    }
}
