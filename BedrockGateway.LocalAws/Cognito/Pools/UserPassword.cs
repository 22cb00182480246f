using BedrockGateway.LocalAws.Cognito.Srp;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>
/// What is kept of a password: a hash for those who send it, and a verifier for those who prove that they know it.
/// </summary>
internal sealed record UserPassword(PasswordHash Hash, SrpVerifier Verifier)
{
    /// <param name="poolId">Id of the pool, part of what the verifier proves.</param>
    /// <param name="username">Canonical name of the user, likewise.</param>
    /// <param name="password">The password in clear.</param>
    public static UserPassword Of(string poolId, string username, string password) =>
        new(PasswordHash.Of(password), SrpVerifier.Of(poolId, username, password));

    public bool Matches(string password) => Hash.Matches(password);
}
