using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>GetUsage</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
/// </remarks>
internal static class GetUsageWire
{
    // "values": { "<key id>": [[used, remaining], ... a day] }
    public static readonly JsonListUnmarshaller<List<long>, JsonListUnmarshaller<long, LongUnmarshaller>> UsageLog =
        new(new JsonListUnmarshaller<long, LongUnmarshaller>(LongUnmarshaller.Instance));

    private static readonly JsonShape<GetUsageResponse> Reply = new()
    {
        { "endDate", static (to, json, ref at) => to.EndDate = json.Text(ref at) },
        { "values", static (to, json, ref at) => to.Items = json.Map(UsageLog, ref at) },
        { "position", static (to, json, ref at) => to.Position = json.Text(ref at) },
        { "startDate", static (to, json, ref at) => to.StartDate = json.Text(ref at) },
        { "usagePlanId", static (to, json, ref at) => to.UsagePlanId = json.Text(ref at) },
    };

    public static readonly Operation<GetUsageRequest> Operation =
        ApiGatewayProtocol.Operation<GetUsageRequest, GetUsageResponse>(
            Write,
            Reply,
            "BadRequestException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(GetUsageRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/usageplans/{usageplanId}/usage";
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
        http.Query("endDate", request.EndDate);
        http.Query("keyId", request.KeyId);
        http.Query("limit", request.Limit);
        http.Query("position", request.Position);
        http.Query("startDate", request.StartDate);
        http.UseQueryString = true;
    }
}
