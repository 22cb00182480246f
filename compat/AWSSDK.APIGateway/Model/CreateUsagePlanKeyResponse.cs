using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>CreateUsagePlanKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html
/// </remarks>
public class CreateUsagePlanKeyResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }

    public string Name { get; set; }

    public string Type { get; set; }

    public string Value { get; set; }
}
