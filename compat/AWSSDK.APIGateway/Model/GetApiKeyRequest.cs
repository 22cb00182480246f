namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html
/// </remarks>
public class GetApiKeyRequest : AmazonAPIGatewayRequest
{
    public string ApiKey { get; set; }

    public bool? IncludeValue { get; set; }
}
