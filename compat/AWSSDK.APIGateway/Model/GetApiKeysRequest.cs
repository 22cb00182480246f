namespace Amazon.APIGateway.Model;

/// <summary>The parameters of <c>GetApiKeys</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html
/// </remarks>
public class GetApiKeysRequest : AmazonAPIGatewayRequest
{
    public string CustomerId { get; set; }

    public bool? IncludeValues { get; set; }

    public int? Limit { get; set; }

    public string NameQuery { get; set; }

    public string Position { get; set; }
}
