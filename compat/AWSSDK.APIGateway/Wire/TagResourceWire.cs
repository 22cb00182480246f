using System.Text.Json;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>TagResource</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
/// </remarks>
internal static class TagResourceWire
{
    public static readonly Operation<TagResourceRequest> Operation =
        ApiGatewayProtocol.Operation<TagResourceRequest, TagResourceResponse>(
            Write,
            null,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(TagResourceRequest request, IRequest http)
    {
        http.HttpMethod = "PUT";
        http.ResourcePath = "/tags/{resource_arn}";
        http.Path("resource_arn", "ResourceArn", request.ResourceArn, ApiGatewayFaults.Unset);
        http.Headers["Content-Type"] = "application/json";
        JsonBody.Write(http, request, WriteBody);
    }

    private static void WriteBody(TagResourceRequest request, Utf8JsonWriter json)
    {
        json.TextMap("tags", request.Tags);
    }
}
