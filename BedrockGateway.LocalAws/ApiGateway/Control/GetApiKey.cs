using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetApiKey</c>: reads one key, with its value only if <c>includeValue</c> is true.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html</remarks>
internal static class GetApiKey
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such key.</exception>
    public static RestJsonService MapGetApiKey(this RestJsonService service, ApiKeyStore keys) => service.Map(
        "GetApiKey", "GET", "/apikeys/{api_Key}", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            ApiKeyView.Of(keys.Get(call.Path("api_Key")), call.IsTrue("includeValue"), emptyTags: true),
            ApiGatewayJsonContext.Default.ApiKeyView,
            cancellationToken));
}
