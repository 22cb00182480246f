using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>UpdateUsage</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html
/// </remarks>
public class UpdateUsageResponse : AmazonWebServiceResponse
{
    public string EndDate { get; set; }

    public Dictionary<string, List<List<long>>> Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Position { get; set; }

    public string StartDate { get; set; }

    public string UsagePlanId { get; set; }
}
