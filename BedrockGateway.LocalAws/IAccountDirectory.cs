using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.LocalAws;

/// <summary>
/// Users and API keys of an account elsewhere, for a data plane whose functions work on that account: it judges tokens
/// and keys by them alone. Routes, throttle and quota are those of the stack here, and counted here.
/// </summary>
public interface IAccountDirectory
{
    /// <summary>
    /// Checks signature, issuer, audience and times of a token. Its <c>token_use</c> and scopes are the caller's to
    /// check.
    /// </summary>
    /// <param name="token">The compact JWT without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Gives up the question.</param>
    ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken);

    /// <summary>Finds an API key that may be used.</summary>
    /// <param name="value">The secret as a client sends it.</param>
    /// <param name="cancellationToken">Gives up the question.</param>
    /// <returns>Id of the key; <see langword="null"/> where there is none, or it is disabled.</returns>
    ValueTask<string?> FindKeyAsync(string value, CancellationToken cancellationToken);
}
