using BedrockGateway.Api.Limits;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Identity;

/// <summary>On Kestrel, where no gateway stands in front: token, then key, then throttle, then quota.</summary>
internal sealed class TokenCallerGate(IdTokenVerifier tokens, PlanKeyStore keys, KeyLimits limits) : ICallerGate
{
    public async Task<Refusal?> AdmitAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await AdmitUserAsync(http, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var caller = http.User();
        return http.Request.Headers["x-api-key"] is [{ Length: > 0 } presented]
            && await keys.FindAsync(caller.Subject, presented, cancellationToken) is { } key
                ? limits.Take(key)
                : Refusal.InvalidApiKey;
    }

    public async Task<Refusal?> AdmitUserAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, refusal) = await tokens.VerifyAsync(http.Request.Headers.Authorization, cancellationToken);
        http.Features.Set(caller);
        return caller is null ? refusal : null;
    }
}
