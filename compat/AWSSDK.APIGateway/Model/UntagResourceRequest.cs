namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>UntagResource</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html
/// </remarks>
public class UntagResourceRequest : AmazonAPIGatewayRequest
{
    public string ResourceArn { get; set; }

    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
