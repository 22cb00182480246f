using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>DeleteApiKey</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html
/// </remarks>
public class DeleteApiKeyResponse : AmazonWebServiceResponse;
