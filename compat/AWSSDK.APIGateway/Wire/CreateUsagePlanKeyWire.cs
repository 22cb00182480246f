using System.Text.Json;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>CreateUsagePlanKey</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html
/// </remarks>
internal static class CreateUsagePlanKeyWire
{
    private static readonly JsonShape<CreateUsagePlanKeyResponse> Reply = new()
    {
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "type", static (to, json, ref at) => to.Type = json.Text(ref at) },
        { "value", static (to, json, ref at) => to.Value = json.Text(ref at) },
    };

    public static readonly Operation<CreateUsagePlanKeyRequest> Operation =
        ApiGatewayProtocol.Operation<CreateUsagePlanKeyRequest, CreateUsagePlanKeyResponse>(
            Write,
            Reply,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(CreateUsagePlanKeyRequest request, IRequest http)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/usageplans/{usageplanId}/keys";
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
        http.Headers["Content-Type"] = "application/json";
        JsonBody.Write(http, request, WriteBody);
    }

    private static void WriteBody(CreateUsagePlanKeyRequest request, Utf8JsonWriter json)
    {
        json.Text("keyId", request.KeyId);
        json.Text("keyType", request.KeyType);
    }
}
