using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The reply of <c>UntagResource</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html
/// </remarks>
public class UntagResourceResponse : AmazonWebServiceResponse;
