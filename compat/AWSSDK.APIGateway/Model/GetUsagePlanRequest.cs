namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetUsagePlan</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html
/// </remarks>
public class GetUsagePlanRequest : AmazonAPIGatewayRequest
{
    public string UsagePlanId { get; set; }
}
