using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>UpdateApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html
/// </remarks>
public class UpdateApiKeyResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }

    public string CustomerId { get; set; }

    public string Description { get; set; }

    public bool? Enabled { get; set; }

    public string Id { get; set; }

    public DateTime? LastUpdatedDate { get; set; }

    public string Name { get; set; }

    public List<string> StageKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Value { get; set; }
}
