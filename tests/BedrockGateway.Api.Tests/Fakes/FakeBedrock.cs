using Amazon;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace BedrockGateway.Api.Tests.Fakes;

internal sealed class FakeBedrock(Faults faults)
    : AmazonBedrockClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public List<FoundationModelSummary>? Models { get; set; } = [];

    public override Task<ListFoundationModelsResponse> ListFoundationModelsAsync(
        ListFoundationModelsRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ListFoundationModels", cancellationToken, () =>
            new ListFoundationModelsResponse { ModelSummaries = Models }));
}
