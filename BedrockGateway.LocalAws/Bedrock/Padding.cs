namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// The <c>p</c> of Bedrock's events: characters of no meaning, which keep the size of an event from telling its text.
/// </summary>
/// <remarks>Bedrock's lengths are random; here they follow one another, so that a stream is the same each time.</remarks>
internal sealed class Padding
{
    private const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Prime to the number of characters, so that every length comes before one comes again.
    private const int Step = 23;

    private int _length;

    public string Next()
    {
        _length = (_length + Step) % Characters.Length;
        return Characters[..(_length + 1)];
    }
}
