using System.Text.Json;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary><c>CreateApiKey</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html
/// </remarks>
internal static class CreateApiKeyWire
{
    private static readonly JsonShape<CreateApiKeyResponse> Reply = new()
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

    public static readonly Operation<CreateApiKeyRequest> Operation =
        ApiGatewayProtocol.Operation<CreateApiKeyRequest, CreateApiKeyResponse>(
            Write,
            Reply,
            "BadRequestException",
            "ConflictException",
            "LimitExceededException",
            "NotFoundException",
            "TooManyRequestsException",
            "UnauthorizedException");

    private static void Write(CreateApiKeyRequest request, IRequest http)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/apikeys";
        http.Headers["Content-Type"] = "application/json";
        JsonBody.Write(http, request, WriteBody);
    }

    private static void WriteBody(CreateApiKeyRequest request, Utf8JsonWriter json)
    {
        json.Text("customerId", request.CustomerId);
        json.Text("description", request.Description);
        json.Flag("enabled", request.Enabled);
        json.Flag("generateDistinctId", request.GenerateDistinctId);
        json.Text("name", request.Name);
        json.List("stageKeys", request.StageKeys, StageKeyWire.Write);
        json.TextMap("tags", request.Tags);
        json.Text("value", request.Value);
    }
}
