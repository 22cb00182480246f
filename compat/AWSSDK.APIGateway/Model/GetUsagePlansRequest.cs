namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetUsagePlans</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html
/// </remarks>
public class GetUsagePlansRequest : AmazonAPIGatewayRequest
{
    public string KeyId { get; set; }

    public int? Limit { get; set; }

    public string Position { get; set; }
}
