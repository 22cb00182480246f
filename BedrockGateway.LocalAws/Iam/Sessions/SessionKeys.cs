using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Iam.Sessions;

/// <summary>Temporary credentials in STS's formats.</summary>
internal static class SessionKeys
{
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static FunctionCredentials New() => new(
        "ASIA" + RandomNumberGenerator.GetString(KeyLetters, 16),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)));
}
