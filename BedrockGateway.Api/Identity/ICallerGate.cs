using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Identity;

/// <summary>Decides who gets to the protected routes; each kind of host has its own.</summary>
internal interface ICallerGate
{
    /// <returns><see langword="null"/> admits the request.</returns>
    Task<Refusal?> AdmitAsync(HttpContext http, CancellationToken cancellationToken);
}
