using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.LocalAws.Cognito.Srp;

/// <summary>What a server keeps to check who knows a password, and what does not tell the password.</summary>
/// <param name="Salt">Salt, 16 bytes.</param>
/// <param name="Value">g to the power of x, modulo N.</param>
/// <remarks>Source: RFC 2945, with Cognito's x = H(salt | H(poolName username ":" password)).</remarks>
internal sealed record SrpVerifier(byte[] Salt, byte[] Value)
{
    private const int SaltBytes = 16;

    // One byte less than N has, so that the number is smaller.
    private const int PretendedBytes = 383;

    public static SrpVerifier Of(string poolId, string username, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{NameOf(poolId)}{username}:{password}"));
        var x = SrpGroup.Hash([.. SrpGroup.Bytes(SrpGroup.Number(salt)), .. identity]);
        return new(salt, SrpGroup.Bytes(SrpGroup.Power(x)));
    }

    /// <summary>
    /// One that no password opens, for a user who does not exist; the same name always gets the same salt.
    /// </summary>
    /// <param name="secret">Known to the pool alone.</param>
    /// <param name="username">What was given for a name.</param>
    public static SrpVerifier Pretended(ReadOnlySpan<byte> secret, string username)
    {
        var salt = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(username))[..SaltBytes];
        return new(salt, SrpGroup.Bytes(SrpGroup.Number(RandomNumberGenerator.GetBytes(PretendedBytes))));
    }

    /// <summary>What stands behind the underscore of a pool's id: <c>eu-west-1_Abc123</c> is <c>Abc123</c>.</summary>
    public static string NameOf(string poolId) => poolId[(poolId.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public BigInteger Number() => SrpGroup.Number(Value);
}
