using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>A domain, made lower-case.</summary>
internal sealed partial class DomainSettingAttribute(string name) : SettingAttribute(name)
{
    private const int MaxLength = 253;

    public override string Allowed => "a domain such as gateway.example.com, in ASCII";

    public override object? Parse(string text) => Normalize(text);

    /// <returns><see langword="null"/> for what is no domain.</returns>
    public static string? Normalize(string text) =>
        text.Length <= MaxLength && Form().IsMatch(text) ? text.ToLowerInvariant() : null;

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
