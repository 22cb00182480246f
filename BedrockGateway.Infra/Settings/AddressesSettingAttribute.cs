using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>E-mail addresses, separated by commas, made lower-case.</summary>
internal sealed partial class AddressesSettingAttribute(string name) : SettingAttribute(name)
{
    private const int MaxAddresses = 10;
    private const int MaxAddressChars = 128;

    public override string Allowed =>
        "up to 10 addresses such as ann@example.com, separated by commas, in ASCII and of at most 128 characters each";

    public override object? Parse(string text)
    {
        string[] addresses =
            [.. text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        return addresses.Length <= MaxAddresses
            && addresses.All(address => address.Length <= MaxAddressChars && Form().IsMatch(address))
                ? string.Join(',', addresses)
                : null;
    }

    [GeneratedRegex(@"\A[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}\z")]
    private static partial Regex Form();
}
