namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetUsagePlanKeys</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html
/// </remarks>
public class GetUsagePlanKeysRequest : AmazonAPIGatewayRequest
{
    public int? Limit { get; set; }

    public string NameQuery { get; set; }

    public string Position { get; set; }

    public string UsagePlanId { get; set; }
}
