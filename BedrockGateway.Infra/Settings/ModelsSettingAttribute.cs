using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>Patterns of the ids of models and inference profiles, separated by commas.</summary>
internal sealed partial class ModelsSettingAttribute(string name) : SettingAttribute(name)
{
    // A role's policies have room for 10,240 characters; a pattern stands in up to four ARNs.
    private const int MaxPatterns = 20;
    private const int MaxPatternChars = 1_000;

    public override string Allowed =>
        "at most 20 ids of models or inference profiles, with * and ? as wildcards, separated by commas, such as "
        + "anthropic.claude-*,eu.amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6, "
        + "in at most 1000 characters";

    public override object? Parse(string text)
    {
        string[] patterns = [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        var joined = string.Join(',', patterns);
        return patterns.Length <= MaxPatterns && joined.Length <= MaxPatternChars
            && patterns.All(pattern => Form().IsMatch(pattern))
                ? joined
                : null;
    }

    // Not an ARN: Region and account are IAM's business.
    [GeneratedRegex(@"\A(application-inference-profile/)?(?!arn:)[A-Za-z0-9.:_*?-]+\z")]
    private static partial Regex Form();
}
