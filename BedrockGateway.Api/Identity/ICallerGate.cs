using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Identity;

/// <summary>Decides who gets to the protected routes; each kind of host has its own.</summary>
internal interface ICallerGate
{
    /// <summary>Asks for a token and the key of the same user.</summary>
    /// <returns><see langword="null"/> admits the request.</returns>
    Task<Refusal?> AdmitAsync(HttpContext http, CancellationToken cancellationToken);

    /// <summary>Asks for a token alone.</summary>
    /// <returns><see langword="null"/> admits the request.</returns>
    Task<Refusal?> AdmitUserAsync(HttpContext http, CancellationToken cancellationToken);
}
