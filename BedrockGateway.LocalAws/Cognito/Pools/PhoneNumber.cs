namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A phone number in E.164, which is all that Cognito takes.</summary>
internal static class PhoneNumber
{
    private const int MaximumDigits = 15;

    public static bool IsValid(string text) =>
        text.Length is > 1 and <= MaximumDigits + 1
        && text[0] == '+'
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
