namespace BedrockGateway.Infra;

/// <summary>Something about the settings that deploys and may not be what was meant.</summary>
/// <param name="Id">What CDK's acknowledgements call it.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record SettingWarning(string Id, string Text);
