namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>CreateApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html
/// </remarks>
public class CreateApiKeyRequest : AmazonAPIGatewayRequest
{
    public string CustomerId { get; set; }

    public string Description { get; set; }

    public bool? Enabled { get; set; }

    public bool? GenerateDistinctId { get; set; }

    public string Name { get; set; }

    public List<StageKey> StageKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Value { get; set; }
}
