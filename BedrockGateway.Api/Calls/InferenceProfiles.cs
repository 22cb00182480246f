using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Calls;

/// <summary>The region's inference profiles, remembered for a minute.</summary>
internal sealed class InferenceProfiles(IAmazonBedrock bedrock, TimeProvider clock)
{
    private const int Page = 1000;

    private readonly ExpiringCache<IReadOnlyList<InferenceProfileSummary>> _cache = new(TimeSpan.FromMinutes(1), clock);

    public Task<IReadOnlyList<InferenceProfileSummary>> ListAsync(CancellationToken cancellationToken) =>
        _cache.GetAsync("", ReadAsync, cancellationToken);

    private async Task<IReadOnlyList<InferenceProfileSummary>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<InferenceProfileSummary>();
        string? next = null;
        do
        {
            var reply = await bedrock.ListInferenceProfilesAsync(
                new ListInferenceProfilesRequest { MaxResults = Page, NextToken = next }, cancellationToken);
            found.AddRange(reply.InferenceProfileSummaries ?? []);
            next = reply.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return found;
    }
}
