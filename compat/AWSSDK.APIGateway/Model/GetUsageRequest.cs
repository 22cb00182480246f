namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetUsage</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
/// </remarks>
public class GetUsageRequest : AmazonAPIGatewayRequest
{
    public string EndDate { get; set; }

    public string KeyId { get; set; }

    public int? Limit { get; set; }

    public string Position { get; set; }

    public string StartDate { get; set; }

    public string UsagePlanId { get; set; }
}
