namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>DeleteUsagePlanKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html
/// </remarks>
public class DeleteUsagePlanKeyRequest : AmazonAPIGatewayRequest
{
    public string KeyId { get; set; }

    public string UsagePlanId { get; set; }
}
