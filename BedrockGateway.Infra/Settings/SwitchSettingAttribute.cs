namespace BedrockGateway.Infra.Settings;

/// <summary>On or off. A JSON <c>true</c> of <c>cdk.json</c> arrives as <c>True</c>.</summary>
internal sealed class SwitchSettingAttribute(string name) : SettingAttribute(name)
{
    public override string Allowed => "true or false";

    public override object? Parse(string text) => bool.TryParse(text, out var on) ? on : null;
}
