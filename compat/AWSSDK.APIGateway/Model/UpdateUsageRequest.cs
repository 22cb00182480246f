namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>UpdateUsage</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html
/// </remarks>
public class UpdateUsageRequest : AmazonAPIGatewayRequest
{
    public string KeyId { get; set; }

    public List<PatchOperation> PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string UsagePlanId { get; set; }
}
