using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>GetUsagePlanKeys</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html
/// </remarks>
public class GetUsagePlanKeysResponse : AmazonWebServiceResponse
{
    public List<UsagePlanKey> Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Position { get; set; }
}
