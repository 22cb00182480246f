using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Identity;

internal static class ApiKeyExtensions
{
    private const int PageSize = 500;

    /// <summary>All keys of exactly this name; API Gateway's own query matches prefixes and answers in pages.</summary>
    public static async Task<List<ApiKey>> FindKeysAsync(
        this IAmazonAPIGateway gateway, string name, bool includeValues, CancellationToken cancellationToken)
    {
        var found = new List<ApiKey>();
        var request = new GetApiKeysRequest { NameQuery = name, IncludeValues = includeValues, Limit = PageSize };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            found.AddRange((page.Items ?? []).Where(key => key.Name == name));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return found;
    }
}
