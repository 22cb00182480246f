using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>GetUsagePlans</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html
/// </remarks>
internal static class GetUsagePlansWire
{
    private static readonly JsonShape<GetUsagePlansResponse> Reply = new()
    {
        { "item", static (to, json, ref at) => to.Items = json.List(UsagePlanWire.Shape, ref at) },
        { "position", static (to, json, ref at) => to.Position = json.Text(ref at) },
    };

    public static readonly Operation<GetUsagePlansRequest> Operation =
        ApiGatewayProtocol.Operation<GetUsagePlansRequest, GetUsagePlansResponse>(
            Write,
            Reply,
            "BadRequestException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(GetUsagePlansRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/usageplans";
        http.Query("keyId", request.KeyId);
        http.Query("limit", request.Limit);
        http.Query("position", request.Position);
        http.UseQueryString = true;
    }
}
