using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The reply of <c>ListFoundationModels</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
/// </remarks>
public class ListFoundationModelsResponse : AmazonWebServiceResponse
{
    public List<FoundationModelSummary> ModelSummaries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
