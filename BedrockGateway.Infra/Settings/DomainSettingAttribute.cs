using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>A domain, made lower-case. One of e-mail addresses may be given with their <c>@</c>.</summary>
internal sealed partial class DomainSettingAttribute(string name) : SettingAttribute(name)
{
    private const int MaxLength = 253;

    public bool OfAddresses { get; init; }

    public override string Allowed => OfAddresses
        ? "a domain such as example.com or @example.com, in ASCII"
        : "a domain such as gateway.example.com, in ASCII";

    public override object? Parse(string text)
    {
        var domain = OfAddresses && text.StartsWith('@') ? text[1..] : text;
        return domain.Length <= MaxLength && Form().IsMatch(domain) ? domain.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
