using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Accounts;

internal static class KeyTagExtensions
{
    public static Task TagKeyAsync(
        this IAmazonAPIGateway gateway,
        ResourcesOptions resources,
        string keyId,
        Dictionary<string, string> tags,
        CancellationToken cancellationToken) =>
        gateway.TagResourceAsync(
            new TagResourceRequest { ResourceArn = ArnOf(resources, keyId), Tags = tags }, cancellationToken);

    public static Task UntagKeyAsync(
        this IAmazonAPIGateway gateway,
        ResourcesOptions resources,
        string keyId,
        List<string> names,
        CancellationToken cancellationToken) =>
        gateway.UntagResourceAsync(
            new UntagResourceRequest { ResourceArn = ArnOf(resources, keyId), TagKeys = names }, cancellationToken);

    /// <summary>The keys with their tags, where the list of them came without; less those that have gone.</summary>
    /// <remarks>AWS does not say whether GetApiKeys tells tags. Each key of this API's has some.</remarks>
    public static async Task<List<ApiKey>> WithTagsAsync(
        this IAmazonAPIGateway gateway, IEnumerable<ApiKey> keys, CancellationToken cancellationToken)
    {
        var tagged = new List<ApiKey>();
        foreach (var key in keys)
        {
            if (key.Tags is { Count: > 0 } || await gateway.ReadTagsAsync(key, cancellationToken))
            {
                tagged.Add(key);
            }
        }

        return tagged;
    }

    /// <summary>Deletes a key, which may have gone before.</summary>
    public static async Task DeleteKeyAsync(
        this IAmazonAPIGateway gateway, string keyId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = keyId }, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Somebody else, or an earlier attempt whose reply was lost.
        }
    }

    private static async Task<bool> ReadTagsAsync(
        this IAmazonAPIGateway gateway, ApiKey key, CancellationToken cancellationToken)
    {
        try
        {
            var whole = await gateway.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = key.Id }, cancellationToken);
            key.Tags = whole.Tags;
            return true;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    // arn:aws:apigateway:eu-west-1::/apikeys/m2m1k7sybf; the pool's id tells the stack's Region.
    private static string ArnOf(ResourcesOptions resources, string keyId)
    {
        var region = resources.UserPoolId.Split('_')[0];
        var partition = RegionEndpoint.GetBySystemName(region).PartitionName;
        return $"arn:{partition}:apigateway:{region}::/apikeys/{keyId}";
    }
}
