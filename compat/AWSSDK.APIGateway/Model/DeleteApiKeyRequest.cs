namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>DeleteApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html
/// </remarks>
public class DeleteApiKeyRequest : AmazonAPIGatewayRequest
{
    public string ApiKey { get; set; }
}
