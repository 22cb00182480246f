namespace BedrockGateway.TestGateway.Images;

/// <summary>Something that a scan found.</summary>
/// <param name="IsRefusal">Whether the image must not go out with it; else it is worth knowing.</param>
/// <param name="Text">What and where, without the secret where it is one.</param>
internal sealed record ImageFinding(bool IsRefusal, string Text)
{
    public static ImageFinding Refuse(string text) => new(IsRefusal: true, text);

    public static ImageFinding Warn(string text) => new(IsRefusal: false, text);

    public override string ToString() => $"{(IsRefusal ? "refused" : "warning")}: {Text}";
}
