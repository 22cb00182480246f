using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>Origins of browsers, separated by commas, or <c>*</c>; made lower-case, as browsers send them.</summary>
internal sealed partial class OriginsSettingAttribute(string name) : SettingAttribute(name)
{
    public override string Allowed =>
        "* or origins such as https://app.example.com, separated by commas, without a path or a slash at the end";

    public override object? Parse(string text)
    {
        var origins = text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries);
        return origins is ["*"] || origins.All(origin => Form().IsMatch(origin))
            ? string.Join(',', origins.Distinct(StringComparer.Ordinal))
            : null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9.-]*://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?\z")]
    private static partial Regex Form();
}
