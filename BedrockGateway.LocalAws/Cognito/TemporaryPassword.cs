using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>A password for a user to change, which any policy of classes accepts.</summary>
internal static class TemporaryPassword
{
    private const int ShortestLength = 12;
    private const string Symbols = "!@#$%^&*-+=?";

    private static readonly string[] Classes =
        ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", Symbols];

    public static string Generate(PasswordPolicy policy)
    {
        var length = Math.Max(policy.MinimumLength ?? 0, ShortestLength);
        char[] characters =
        [
            .. Classes.Select(characters => RandomNumberGenerator.GetItems<char>(characters, 1)[0]),
            .. RandomNumberGenerator.GetItems<char>(string.Concat(Classes), length - Classes.Length),
        ];
        RandomNumberGenerator.Shuffle<char>(characters);
        return new(characters);
    }
}
