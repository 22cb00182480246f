using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>An app that shows time-based codes: RFC 6238 with SHA-1, 30 s and six digits.</summary>
internal static class AuthenticatorApp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="secret">In Base32, without padding.</param>
    /// <param name="time">When the code is looked at.</param>
    public static string CodeOf(string secret, DateTimeOffset time)
    {
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, time.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What the RFC and all apps use.
        var hash = HMACSHA1.HashData(Decode(secret), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bits = string.Concat(secret.Select(
            letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
