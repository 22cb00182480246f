using System.Text.RegularExpressions;
using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <summary>Finds what should be said about settings although they are valid.</summary>
public static partial class SettingWarnings
{
    // One slip in so many letters still means the same name.
    private const int LettersPerSlip = 6;

    private static readonly string[] ToolPrefixes = ["ASPIRE_", "ASPNETCORE_", "AWS_", "CDK_", "DOTNET_", "JSII_"];

    /// <summary>Warns of names that look like settings and are none, as a slip of the pen leaves them.</summary>
    /// <param name="names">Every context name that was given.</param>
    /// <param name="isOurs">
    /// Whether a name was surely given to the gateway. One that was not, such as an environment variable, must be close
    /// to a setting's name.
    /// </param>
    public static IEnumerable<SettingWarning> OfNames(IEnumerable<string> names, Predicate<string> isOurs)
    {
        ArgumentNullException.ThrowIfNull(isOurs);
        var known = SettingReader.Declared.Select(declared => declared.Setting.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            var meant = Nearest(known, name);
            if (meant is not null || (isOurs(name) && LooksLikeASetting(name)))
            {
                yield return new(
                    $"BedrockGateway:unknownSetting:{name}",
                    $"{name} is no setting of the gateway and has no effect"
                    + (meant is null ? "; docs/configuration.md lists them." : $"; was {meant} meant?"));
            }
        }
    }

    /// <summary>Warns of settings whose effect ends where CloudFormation's does.</summary>
    /// <param name="settings">The settings.</param>
    public static IEnumerable<SettingWarning> Of(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.UserPoolId is not { } pool)
        {
            yield break;
        }

        var trigger = new FunctionNames(settings.StackName).PreSignup;
        var consequence = settings.OrganizationDomain is { } domain
            ? $"only if its PreSignUp trigger is the function {trigger} does registration stay limited to {domain}."
            : "if it has a PreSignUp trigger, from a stack with ORGANIZATION_DOMAIN, nobody can register until the "
                + "trigger is removed or the setting is given again.";
        yield return new(
            "BedrockGateway:adoptedPool",
            $"{pool} is adopted and CloudFormation cannot change it: {consequence}");
    }

    private static bool LooksLikeASetting(string name) =>
        ScreamingSnakeCase().IsMatch(name)
        && !ToolPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string? Nearest(IEnumerable<string> known, string name)
    {
        var normal = name.ToUpperInvariant().Replace('-', '_');
        var (distance, nearest) = known.Select(other => (EditDistance.Between(normal, other), other)).Min();
        return distance <= nearest.Length / LettersPerSlip ? nearest : null;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\z")]
    private static partial Regex ScreamingSnakeCase();
}
