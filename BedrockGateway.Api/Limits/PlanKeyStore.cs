using System.Security.Cryptography;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Limits;

/// <summary>Keys of a user with their plans, remembered for 60 s, also that there are none.</summary>
/// <remarks>Keyed by user, not by what is presented: guessing keys costs the control plane nothing.</remarks>
internal sealed class PlanKeyStore(IAmazonAPIGateway gateway, IOptions<ResourcesOptions> options, TimeProvider clock)
{
    private readonly ExpiringCache<PlanKey[]> _keys = new(TimeSpan.FromSeconds(60), clock);
    private readonly ResourcesOptions _resources = options.Value;

    /// <returns>
    /// <see langword="null"/> unless the presented key is the user's, enabled, and in a plan of this API's stage.
    /// </returns>
    public async Task<PlanKey?> FindAsync(string subject, string presented, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(presented);
        var keys = await _keys.GetAsync(subject, token => ReadAsync(subject, token), cancellationToken);
        return Array.Find(keys, key => CryptographicOperations.FixedTimeEquals(key.Hash, hash));
    }

    /// <summary>The user's keys have changed: the next request has them read again.</summary>
    public void Forget(string subject) => _keys.Forget(subject);

    private async Task<PlanKey[]> ReadAsync(string subject, CancellationToken cancellationToken)
    {
        var found = new List<PlanKey>();
        var keys = await gateway.FindKeysAsync(_resources.KeyNameOf(subject), includeValues: true, cancellationToken);
        foreach (var key in keys.Where(key => key.Enabled == true))
        {
            if (await gateway.FindPlanAsync(key.Id, _resources, cancellationToken) is { } plan)
            {
                found.Add(new(key.Id, subject, Secrets.Hash(key.Value), LimitsOf(plan)));
            }
        }

        return [.. found];
    }

    private static PlanLimits LimitsOf(UsagePlan plan) => new(
        plan.Id,
        plan.Throttle is { } throttle ? new(throttle.RateLimit ?? 0, throttle.BurstLimit ?? 0) : null,
        plan.FindQuota());
}
