using Amazon.APIGateway;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Finds the key that a user calls with, as it is now.</summary>
internal sealed class OwnKeyStore(IAmazonAPIGateway gateway, IOptions<ResourcesOptions> options)
{
    private readonly ResourcesOptions _resources = options.Value;

    /// <returns>
    /// The newest that is enabled and in a plan; else the newest, or <see langword="null"/> without any.
    /// </returns>
    public async Task<OwnKey?> FindAsync(string subject, CancellationToken cancellationToken)
    {
        var keys = await gateway.FindKeysAsync(_resources.KeyNameOf(subject), includeValues: true, cancellationToken);
        OwnKey? first = null;
        foreach (var key in keys
            .OrderByDescending(key => key.Enabled == true).ThenByDescending(key => key.CreatedDate))
        {
            var own = new OwnKey(key, await gateway.FindPlanAsync(key.Id, _resources, cancellationToken));
            if (key.Enabled == true && own.Plan is not null)
            {
                return own;
            }

            first ??= own;
        }

        return first;
    }
}
