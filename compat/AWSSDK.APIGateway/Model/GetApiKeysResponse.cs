using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>GetApiKeys</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html
/// </remarks>
public class GetApiKeysResponse : AmazonWebServiceResponse
{
    public List<ApiKey> Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Position { get; set; }

    public List<string> Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
