using System.Globalization;

namespace BedrockGateway.Infra.Settings;

/// <summary>
/// One of a few texts. Where the property is an enumeration they spell its members in their order; it may be a number.
/// </summary>
internal sealed class OneOfSettingAttribute(string name, params string[] choices) : SettingAttribute(name)
{
    public string[] Choices { get; } = choices;

    public override string Allowed => $"{string.Join(", ", Choices[..^1])} or {Choices[^1]}";

    public override object? Parse(string text) => Choices.Contains(text, StringComparer.Ordinal) ? text : null;

    public override object As(Type type, object parsed) => type.IsEnum
        ? Enum.GetValues(type).GetValue(Array.IndexOf(Choices, (string)parsed))!
        : Convert.ChangeType(parsed, type, CultureInfo.InvariantCulture);

    /// <summary>The text that spells a member.</summary>
    public string TextOf(Enum member) => Choices[Array.IndexOf(Enum.GetValues(member.GetType()), member)];
}
