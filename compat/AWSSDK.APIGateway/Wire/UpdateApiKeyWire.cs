using System.Text.Json;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>UpdateApiKey</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html
/// </remarks>
internal static class UpdateApiKeyWire
{
    private static readonly JsonShape<UpdateApiKeyResponse> Reply = new()
    {
        { "createdDate", static (to, json, ref at) => to.CreatedDate = json.Time(ref at) },
        { "customerId", static (to, json, ref at) => to.CustomerId = json.Text(ref at) },
        { "description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "enabled", static (to, json, ref at) => to.Enabled = json.Flag(ref at) },
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "lastUpdatedDate", static (to, json, ref at) => to.LastUpdatedDate = json.Time(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "stageKeys", static (to, json, ref at) => to.StageKeys = json.Texts(ref at) },
        { "tags", static (to, json, ref at) => to.Tags = json.TextMap(ref at) },
        { "value", static (to, json, ref at) => to.Value = json.Text(ref at) },
    };

    public static readonly Operation<UpdateApiKeyRequest> Operation =
        ApiGatewayProtocol.Operation<UpdateApiKeyRequest, UpdateApiKeyResponse>(
            Write,
            Reply,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(UpdateApiKeyRequest request, IRequest http)
    {
        http.HttpMethod = "PATCH";
        http.ResourcePath = "/apikeys/{api_Key}";
        http.Path("api_Key", "ApiKey", request.ApiKey, ApiGatewayFaults.Unset);
        http.Headers["Content-Type"] = "application/json";
        JsonBody.Write(http, request, WriteBody);
    }

    private static void WriteBody(UpdateApiKeyRequest request, Utf8JsonWriter json)
    {
        json.List("patchOperations", request.PatchOperations, PatchOperationWire.Write);
    }
}
