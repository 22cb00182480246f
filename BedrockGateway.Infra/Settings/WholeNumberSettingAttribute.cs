using System.Globalization;

namespace BedrockGateway.Infra.Settings;

/// <summary>A whole number within bounds.</summary>
internal sealed class WholeNumberSettingAttribute(string name, int min, int max) : SettingAttribute(name)
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    public override string Allowed => $"a whole number from {Min} to {Max}";

    public override object? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Min && number <= Max
            ? number
            : null;
}
