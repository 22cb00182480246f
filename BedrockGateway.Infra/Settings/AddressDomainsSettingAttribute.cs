namespace BedrockGateway.Infra.Settings;

/// <summary>
/// Domains of e-mail addresses, separated by commas, made lower-case; <c>*.</c> in front for all below.
/// </summary>
internal sealed class AddressDomainsSettingAttribute(string name) : SettingAttribute(name)
{
    private const string AllBelow = "*.";

    private const int MaxDomains = 20;

    public override string Allowed =>
        "up to 20 domains such as example.com, @example.com or *.example.com (all below it), in ASCII, "
        + "separated by commas";

    public override object? Parse(string text)
    {
        var domains = text.Split(',', StringSplitOptions.TrimEntries).Select(Normalize).ToArray();
        return domains.Length <= MaxDomains && !domains.Contains(null) ? string.Join(',', domains.Distinct()) : null;
    }

    private static string? Normalize(string text) => text switch
    {
        _ when text.StartsWith(AllBelow, StringComparison.Ordinal)
            && DomainSettingAttribute.Normalize(text[AllBelow.Length..]) is { } below => AllBelow + below,
        ['@', .. var domain] => DomainSettingAttribute.Normalize(domain),
        _ => DomainSettingAttribute.Normalize(text),
    };
}
