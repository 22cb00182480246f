using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A password as it is kept: salted PBKDF2, never the text.</summary>
/// <remarks>The iterations are few on purpose: what is kept is a developer's, and tests sign in a lot.</remarks>
internal sealed record PasswordHash(byte[] Salt, byte[] Hash)
{
    private const int Iterations = 5_000;
    private const int HashBytes = 32;
    private const int SaltBytes = 16;

    public static PasswordHash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(salt, Derive(password, salt));
    }

    /// <summary>
    /// Works as hard as a comparison does, for a user who does not exist and must not be told apart by the time.
    /// </summary>
    public static void Pretend(string password) => Derive(password, new byte[SaltBytes]);

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt), Hash);

    private static byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
}
