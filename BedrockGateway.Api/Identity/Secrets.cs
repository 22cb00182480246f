using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.Api.Identity;

/// <summary>Compares secrets without telling by the time it takes how much of them is right.</summary>
internal static class Secrets
{
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));
}
