namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>TagResource</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
/// </remarks>
public class TagResourceRequest : AmazonAPIGatewayRequest
{
    public string ResourceArn { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
