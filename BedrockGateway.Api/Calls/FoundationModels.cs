using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Calls;

/// <summary>The region's foundation models, remembered for a minute.</summary>
internal sealed class FoundationModels(IAmazonBedrock bedrock, TimeProvider clock)
{
    private readonly ExpiringCache<IReadOnlyList<FoundationModelSummary>> _cache = new(TimeSpan.FromMinutes(1), clock);

    public Task<IReadOnlyList<FoundationModelSummary>> ListAsync(CancellationToken cancellationToken) =>
        _cache.GetAsync("", ReadAsync, cancellationToken);

    private async Task<IReadOnlyList<FoundationModelSummary>> ReadAsync(CancellationToken cancellationToken) =>
        (await bedrock.ListFoundationModelsAsync(new ListFoundationModelsRequest(), cancellationToken))
            .ModelSummaries ?? [];
}
