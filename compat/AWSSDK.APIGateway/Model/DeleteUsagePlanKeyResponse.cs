using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>DeleteUsagePlanKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html
/// </remarks>
public class DeleteUsagePlanKeyResponse : AmazonWebServiceResponse;
