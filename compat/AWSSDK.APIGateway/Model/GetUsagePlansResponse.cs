using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>GetUsagePlans</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html
/// </remarks>
public class GetUsagePlansResponse : AmazonWebServiceResponse
{
    public List<UsagePlan> Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Position { get; set; }
}
