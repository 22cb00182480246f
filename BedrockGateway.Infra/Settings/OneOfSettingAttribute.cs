namespace BedrockGateway.Infra.Settings;

/// <summary>One of a few texts; the property may be an enumeration or a number that they spell.</summary>
internal sealed class OneOfSettingAttribute(string name, params string[] choices) : SettingAttribute(name)
{
    public string[] Choices { get; } = choices;

    public override string Allowed => $"{string.Join(", ", Choices[..^1])} or {Choices[^1]}";

    public override object? Parse(string text) => Choices.Contains(text, StringComparer.Ordinal) ? text : null;
}
