using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Infra.Keys;

/// <summary>The API keys that a stack's functions made for its users, in the account.</summary>
/// <remarks>
/// A key is named <c>&lt;stack&gt;-&lt;sub&gt;</c> and tagged <c>stack=&lt;stack&gt;</c>. The name alone proves
/// nothing: stack <c>A-B</c>'s keys begin with <c>A-</c> as well.
/// </remarks>
internal sealed class StackKeyStore(IAmazonAPIGateway gateway, string stackName)
{
    // The most that GetApiKeys gives at once.
    private const int PageSize = 500;

    public string Prefix { get; } = $"{stackName}-";

    /// <summary>Reads all pages, and never the keys' values.</summary>
    public async Task<FoundKeys> FindAsync(CancellationToken cancellationToken)
    {
        var named = new List<ApiKey>();
        var request = new GetApiKeysRequest { NameQuery = Prefix, IncludeValues = false, Limit = PageSize };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            named.AddRange((page.Items ?? [])
                .Where(key => key.Name?.StartsWith(Prefix, StringComparison.Ordinal) == true));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));

        var own = named.FindAll(key => key.Tags?.GetValueOrDefault("stack") == stackName);
        return new(own, named.Count - own.Count);
    }

    /// <returns>Whether the key was still there.</returns>
    public async Task<bool> DeleteAsync(ApiKey key, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = key.Id }, cancellationToken);
            return true;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }
}
