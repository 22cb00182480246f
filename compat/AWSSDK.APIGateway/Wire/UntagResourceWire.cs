using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>UntagResource</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html
/// </remarks>
internal static class UntagResourceWire
{
    public static readonly Operation<UntagResourceRequest> Operation =
        ApiGatewayProtocol.Operation<UntagResourceRequest, UntagResourceResponse>(
            Write,
            null,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(UntagResourceRequest request, IRequest http)
    {
        http.HttpMethod = "DELETE";
        http.ResourcePath = "/tags/{resource_arn}";
        http.Path("resource_arn", "ResourceArn", request.ResourceArn, ApiGatewayFaults.Unset);
        http.Query("tagKeys", request.TagKeys);
        http.UseQueryString = true;
    }
}
