using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>GetUsagePlanKeys</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html
/// </remarks>
internal static class GetUsagePlanKeysWire
{
    private static readonly JsonShape<GetUsagePlanKeysResponse> Reply = new()
    {
        { "item", static (to, json, ref at) => to.Items = json.List(UsagePlanKeyWire.Shape, ref at) },
        { "position", static (to, json, ref at) => to.Position = json.Text(ref at) },
    };

    public static readonly Operation<GetUsagePlanKeysRequest> Operation =
        ApiGatewayProtocol.Operation<GetUsagePlanKeysRequest, GetUsagePlanKeysResponse>(
            Write,
            Reply,
            "BadRequestException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(GetUsagePlanKeysRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/usageplans/{usageplanId}/keys";
        http.Path("usageplanId", "UsagePlanId", request.UsagePlanId, ApiGatewayFaults.Unset);
        http.Query("limit", request.Limit);
        http.Query("name", request.NameQuery);
        http.Query("position", request.Position);
        http.UseQueryString = true;
    }
}
