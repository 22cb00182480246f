using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Finds the keys of a user as they are now, and which of them counts.</summary>
internal sealed class OwnKeyStore(IAmazonAPIGateway gateway, IOptions<ResourcesOptions> options)
{
    private readonly ResourcesOptions _resources = options.Value;

    /// <returns>
    /// The newest that lasts, is enabled and in a plan; else the newest that lasts; else the newest, or
    /// <see langword="null"/> without any.
    /// </returns>
    public async Task<OwnKey?> FindAsync(string subject, CancellationToken cancellationToken) =>
        await ChooseAsync(await AllAsync(subject, includeValues: true, cancellationToken), cancellationToken);

    /// <summary>Every key of the user's with its tags.</summary>
    public async Task<List<ApiKey>> AllAsync(string subject, bool includeValues, CancellationToken cancellationToken) =>
        await gateway.WithTagsAsync(
            await gateway.FindKeysAsync(_resources.KeyNameOf(subject), includeValues, cancellationToken),
            cancellationToken);

    /// <param name="keys">All keys of one user, with their tags.</param>
    /// <param name="cancellationToken">Ends the look for plans.</param>
    public async Task<OwnKey?> ChooseAsync(IReadOnlyCollection<ApiKey> keys, CancellationToken cancellationToken)
    {
        // Dates have seconds, in which two keys can be made: the later one knows of more rotations.
        var byAge = keys.OrderByDescending(key => key.CreatedDate)
            .ThenByDescending(key => key.RotationsOf().Length)
            .ThenByDescending(key => key.Id)
            .ToList();
        OwnKey? first = null;
        foreach (var key in byAge
            .OrderByDescending(key => key.IsLasting()).ThenByDescending(key => key.Enabled == true))
        {
            if (first is not null && first.Key.IsLasting() && !key.IsLasting())
            {
                return first;
            }

            var own = new OwnKey(
                key,
                await gateway.FindPlanAsync(key.Id, _resources, cancellationToken),
                [.. byAge.Where(other => other != key)]);
            if (key.Enabled == true && own.Plan is not null)
            {
                return own;
            }

            first ??= own;
        }

        return first;
    }
}
