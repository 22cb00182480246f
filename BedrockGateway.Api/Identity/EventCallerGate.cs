using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Identity;

/// <summary>On Lambda: the gateway has verified token and key; here they must also belong to each other.</summary>
internal sealed class EventCallerGate(KeyNameStore names, IOptions<ResourcesOptions> options) : ICallerGate
{
    private readonly ResourcesOptions _resources = options.Value;

    public async Task<Refusal?> AdmitAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await AdmitUserAsync(http, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var identity = (http.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] as APIGatewayProxyRequest)
            ?.RequestContext?.Identity;
        return await OwnsAsync(http.User(), identity, cancellationToken) ? null : Refusal.InvalidApiKey;
    }

    public Task<Refusal?> AdmitUserAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var caller = CallerOf(http);
        http.Features.Set(caller);
        return Task.FromResult<Refusal?>(caller is null ? Refusal.Unauthorized : null);
    }

    private Caller? CallerOf(HttpContext http)
    {
        // The hosting package makes the identity from the event's claims; nobody else sets it.
        var user = http.User;
        return user.Identity is { IsAuthenticated: true }
            && user.FindFirst("sub")?.Value is { Length: > 0 } subject
            && user.FindFirst("token_use")?.Value == "id"
            && user.FindFirst("aud")?.Value == _resources.UserPoolClientId
                ? new(subject, user.FindFirst(Caller.KeyClaim)?.Value, user.FindFirst(Caller.NameClaim)?.Value)
                {
                    Groups = GroupClaim.Read(user.FindAll(GroupClaim.Name).Select(claim => claim.Value)),
                }
                : null;
    }

    private async Task<bool> OwnsAsync(
        Caller caller, APIGatewayProxyRequest.RequestIdentity? identity, CancellationToken cancellationToken)
    {
        if (identity is not { ApiKey: { Length: > 0 } key, ApiKeyId: { Length: > 0 } keyId })
        {
            return false;
        }

        return (caller.ApiKey is { } own && Secrets.AreEqual(own, key))
            || await names.FindAsync(keyId, cancellationToken) == _resources.KeyNameOf(caller.Subject);
    }
}
