using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>DeleteUsagePlanKey</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html
/// </remarks>
internal static class DeleteUsagePlanKeyWire
{
    public static readonly Operation<DeleteUsagePlanKeyRequest> Operation =
        ApiGatewayProtocol.Operation<DeleteUsagePlanKeyRequest, DeleteUsagePlanKeyResponse>(
            Write,
            null,
            "BadRequestException",
            "ConflictException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(DeleteUsagePlanKeyRequest request, IRequest http)
    {
        http.HttpMethod = "DELETE";
        http.ResourcePath = "/usageplans/{usageplanId}/keys/{keyId}";
        http.Path("keyId", "KeyId", request.KeyId, ApiGatewayFaults.Unset);
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
    }
}
