using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A password as it is kept: salted PBKDF2, never the text.</summary>
/// <remarks>The iterations are few on purpose: what is kept dies with the process, and tests sign in a lot.</remarks>
internal sealed class PasswordHash
{
    private const int Iterations = 5_000;
    private const int HashBytes = 32;
    private const int SaltBytes = 16;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(SaltBytes);
    private readonly byte[] _hash;

    public PasswordHash(string password) => _hash = Derive(password);

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Derive(password), _hash);

    private byte[] Derive(string password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, _salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
}
