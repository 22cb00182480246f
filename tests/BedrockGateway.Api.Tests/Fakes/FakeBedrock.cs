using Amazon;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace BedrockGateway.Api.Tests.Fakes;

internal sealed class FakeBedrock(Faults faults)
    : AmazonBedrockClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public List<FoundationModelSummary>? Models { get; set; } = [];

    public List<InferenceProfileSummary> Profiles { get; set; } = [];

    public override Task<ListInferenceProfilesResponse> ListInferenceProfilesAsync(
        ListInferenceProfilesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ListInferenceProfiles", cancellationToken, () =>
            new ListInferenceProfilesResponse { InferenceProfileSummaries = Profiles }));

    public override Task<ListFoundationModelsResponse> ListFoundationModelsAsync(
        ListFoundationModelsRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ListFoundationModels", cancellationToken, () =>
            new ListFoundationModelsResponse { ModelSummaries = Models }));
}
