using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>GetUsagePlan</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html
/// </remarks>
internal static class GetUsagePlanWire
{
    private static readonly JsonShape<GetUsagePlanResponse> Reply = new()
    {
        { "apiStages", static (to, json, ref at) => to.ApiStages = json.List(ApiStageWire.Shape, ref at) },
        { "description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "productCode", static (to, json, ref at) => to.ProductCode = json.Text(ref at) },
        { "quota", static (to, json, ref at) => to.Quota = QuotaSettingsWire.Shape.Unmarshall(json, ref at) },
        { "tags", static (to, json, ref at) => to.Tags = json.TextMap(ref at) },
        { "throttle", static (to, json, ref at) => to.Throttle = ThrottleSettingsWire.Shape.Unmarshall(json, ref at) },
    };

    public static readonly Operation<GetUsagePlanRequest> Operation =
        ApiGatewayProtocol.Operation<GetUsagePlanRequest, GetUsagePlanResponse>(
            Write,
            Reply,
            "BadRequestException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(GetUsagePlanRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/usageplans/{usageplanId}";
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
    }
}
