using System.Text.Json;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>UpdateUsage</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html
/// </remarks>
internal static class UpdateUsageWire
{
    private static readonly JsonShape<UpdateUsageResponse> Reply = new()
    {
        { "endDate", static (to, json, ref at) => to.EndDate = json.Text(ref at) },
        { "values", static (to, json, ref at) => to.Items = json.Map(GetUsageWire.UsageLog, ref at) },
        { "position", static (to, json, ref at) => to.Position = json.Text(ref at) },
        { "startDate", static (to, json, ref at) => to.StartDate = json.Text(ref at) },
        { "usagePlanId", static (to, json, ref at) => to.UsagePlanId = json.Text(ref at) },
    };

    public static readonly Operation<UpdateUsageRequest> Operation =
        ApiGatewayProtocol.Operation<UpdateUsageRequest, UpdateUsageResponse>(
            Write,
            Reply,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(UpdateUsageRequest request, IRequest http)
    {
        http.HttpMethod = "PATCH";
        http.ResourcePath = "/usageplans/{usageplanId}/keys/{keyId}/usage";
        http.Path("keyId", "KeyId", request.KeyId, ApiGatewayFaults.Unset);
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
        http.Headers["Content-Type"] = "application/json";
        JsonBody.Write(http, request, WriteBody);
    }

    private static void WriteBody(UpdateUsageRequest request, Utf8JsonWriter json)
    {
        json.List("patchOperations", request.PatchOperations, PatchOperationWire.Write);
    }
}
