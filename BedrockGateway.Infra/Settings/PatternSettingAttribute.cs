using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>A text of a form.</summary>
internal sealed class PatternSettingAttribute(string name, string pattern, string allowed) : SettingAttribute(name)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public string Pattern { get; } = pattern;

    public override string Allowed { get; } = allowed;

    public override object? Parse(string text) => Regex.IsMatch(
        text, $@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeout)
        ? text
        : null;
}
