using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.LocalAws.Cognito.Srp;

/// <summary>One run of the protocol: what the client sent, and what the server drew for it.</summary>
/// <param name="ClientPublic">A, as the client sent it.</param>
/// <param name="ServerSecret">b, which nobody gets.</param>
/// <param name="Verifier">The verifier that B was made from.</param>
internal sealed record SrpExchange(byte[] ClientPublic, byte[] ServerSecret, SrpVerifier Verifier)
{
    private const int SecretBytes = 32;
    private const int KeyBytes = 16;

    /// <summary>
    /// Starts a run; <see langword="null"/> for an A that is no number, or a multiple of N and so a trick.
    /// </summary>
    public static SrpExchange? Start(string clientPublicHex, SrpVerifier verifier) =>
        SrpGroup.Parse(clientPublicHex) is { } clientPublic && clientPublic % SrpGroup.Prime != 0
            ? new(SrpGroup.Bytes(clientPublic), RandomNumberGenerator.GetBytes(SecretBytes), verifier)
            : null;

    /// <summary>B = k * v + g to the power of b, modulo N.</summary>
    public BigInteger ServerPublic() =>
        ((SrpGroup.Multiplier * Verifier.Number()) + SrpGroup.Power(SrpGroup.Number(ServerSecret))) % SrpGroup.Prime;

    /// <summary>Whether the client proved to know the password.</summary>
    /// <param name="poolId">Id of the pool.</param>
    /// <param name="userId">The name that the client was told to use, <c>USER_ID_FOR_SRP</c>.</param>
    /// <param name="secretBlock">What the client was told to sign along.</param>
    /// <param name="timestamp">When the client says that it signed, as it wrote it.</param>
    /// <param name="signature">The proof.</param>
    public bool Proves(
        string poolId, string userId, ReadOnlySpan<byte> secretBlock, string timestamp, ReadOnlySpan<byte> signature)
    {
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes(SrpVerifier.NameOf(poolId)),
            .. Encoding.UTF8.GetBytes(userId),
            .. secretBlock,
            .. Encoding.UTF8.GetBytes(timestamp),
        ];
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Key(), signed), signature);
    }

    // u = H(A | B), S = (A * v^u)^b, key = HKDF-SHA256(S, salt u, "Caldera Derived Key")
    private byte[] Key()
    {
        var u = SrpGroup.Hash([.. ClientPublic, .. SrpGroup.Bytes(ServerPublic())]);
        var shared = BigInteger.ModPow(
            SrpGroup.Number(ClientPublic) * BigInteger.ModPow(Verifier.Number(), u, SrpGroup.Prime),
            SrpGroup.Number(ServerSecret),
            SrpGroup.Prime);
        return HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            SrpGroup.Bytes(shared),
            KeyBytes,
            SrpGroup.Bytes(u),
            "Caldera Derived Key"u8.ToArray());
    }
}
