using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>DeleteApiKey</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html
/// </remarks>
internal static class DeleteApiKeyWire
{
    public static readonly Operation<DeleteApiKeyRequest> Operation =
        ApiGatewayProtocol.Operation<DeleteApiKeyRequest, DeleteApiKeyResponse>(
            Write,
            null,
            "BadRequestException",
            "ConflictException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(DeleteApiKeyRequest request, IRequest http)
    {
        http.HttpMethod = "DELETE";
        http.ResourcePath = "/apikeys/{api_Key}";
        http.Path("api_Key", "ApiKey", request.ApiKey, ApiGatewayFaults.Unset);
    }
}
