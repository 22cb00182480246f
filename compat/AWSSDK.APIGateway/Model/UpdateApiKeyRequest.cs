namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>UpdateApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html
/// </remarks>
public class UpdateApiKeyRequest : AmazonAPIGatewayRequest
{
    public string ApiKey { get; set; }

    public List<PatchOperation> PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
