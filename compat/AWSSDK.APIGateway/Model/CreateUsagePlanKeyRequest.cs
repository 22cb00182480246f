namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>CreateUsagePlanKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html
/// </remarks>
public class CreateUsagePlanKeyRequest : AmazonAPIGatewayRequest
{
    public string KeyId { get; set; }

    public string KeyType { get; set; }

    public string UsagePlanId { get; set; }
}
