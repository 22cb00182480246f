using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>GetUsagePlan</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html
/// </remarks>
public class GetUsagePlanResponse : AmazonWebServiceResponse
{
    public List<ApiStage> ApiStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Description { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }

    public string ProductCode { get; set; }

    public QuotaSettings Quota { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ThrottleSettings Throttle { get; set; }
}
