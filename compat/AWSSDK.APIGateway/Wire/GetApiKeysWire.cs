using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>GetApiKeys</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html
/// </remarks>
internal static class GetApiKeysWire
{
    private static readonly JsonShape<GetApiKeysResponse> Reply = new()
    {
        { "item", static (to, json, ref at) => to.Items = json.List(ApiKeyWire.Shape, ref at) },
        { "position", static (to, json, ref at) => to.Position = json.Text(ref at) },
        { "warnings", static (to, json, ref at) => to.Warnings = json.Texts(ref at) },
    };

    public static readonly Operation<GetApiKeysRequest> Operation =
        ApiGatewayProtocol.Operation<GetApiKeysRequest, GetApiKeysResponse>(
            Write,
            Reply,
            "BadRequestException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(GetApiKeysRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/apikeys";
        http.Query("customerId", request.CustomerId);
        http.Query("includeValues", request.IncludeValues);
        http.Query("limit", request.Limit);
        http.Query("name", request.NameQuery);
        http.Query("position", request.Position);
        http.UseQueryString = true;
    }
}
