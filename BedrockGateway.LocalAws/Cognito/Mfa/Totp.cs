using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Cognito.Mfa;

/// <summary>One-time passwords of authenticator apps: six digits, SHA-1, a new one every 30 seconds.</summary>
/// <remarks>Source: RFC 6238, RFC 4226.</remarks>
internal static class Totp
{
    private const int SecretDigits = 52;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 32 bytes, in base32 without padding.</summary>
    public static string NewSecret()
    {
        // 256 bits are 52 digits of 5 bits; the last holds a single bit, so that it is A or Q.
        return RandomNumberGenerator.GetString(Base32, SecretDigits - 1) + RandomNumberGenerator.GetString("AQ", 1);
    }

    /// <summary>The code of a moment.</summary>
    public static string CodeAt(string secret, DateTimeOffset time) => Code(Decode(secret), StepOf(time));

    /// <summary>
    /// The step of time that a code belongs to: this one, the one before or the one after; <see langword="null"/> for
    /// a code of none of them.
    /// </summary>
    public static long? FindStep(string secret, string code, DateTimeOffset now)
    {
        var key = Decode(secret);
        var current = StepOf(now);
        long[] near = [current, current - 1, current + 1];
        return near.Where(step => Code(key, step) == code).Select(step => (long?)step).FirstOrDefault();
    }

    private static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticator apps, and therefore Cognito, use SHA-1, and nothing else.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (buffer, bits, written) = (0, 0, 0);
        foreach (var digit in secret)
        {
            buffer = ((buffer << 5) | Base32.IndexOf(digit, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)(buffer >> bits);
            }
        }

        return bytes;
    }
}
