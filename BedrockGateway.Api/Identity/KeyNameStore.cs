using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Identity;

/// <summary>Names of API keys by id, remembered for 60 s: the name tells whose key it is.</summary>
internal sealed class KeyNameStore(IAmazonAPIGateway gateway, TimeProvider clock)
{
    private readonly ExpiringCache<string?> _names = new(TimeSpan.FromSeconds(60), clock);

    public Task<string?> FindAsync(string keyId, CancellationToken cancellationToken) =>
        _names.GetAsync(keyId, token => ReadAsync(keyId, token), cancellationToken);

    private async Task<string?> ReadAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            var key = await gateway.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = keyId }, cancellationToken);
            return key.Name;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
