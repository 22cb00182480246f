using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>TagResource</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
/// </remarks>
public class TagResourceResponse : AmazonWebServiceResponse;
