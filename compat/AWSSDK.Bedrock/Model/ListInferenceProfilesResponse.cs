using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The reply of <c>ListInferenceProfiles</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
/// </remarks>
public class ListInferenceProfilesResponse : AmazonWebServiceResponse
{
    public List<InferenceProfileSummary> InferenceProfileSummaries { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
