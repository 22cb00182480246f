using System.Globalization;

namespace BedrockGateway.Infra.Settings;

/// <summary>Requests per second, as API Gateway limits them.</summary>
internal sealed class RateSettingAttribute(string name) : SettingAttribute(name)
{
    private const double MaxRate = 10_000;

    public override string Allowed => "a number of requests per second above 0, at most 10000";

    public override object? Parse(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is > 0 and <= MaxRate
            ? rate
            : null;
}
