using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>GetApiKeys</c>: lists keys by the start of their name and by customer, oldest first.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html</remarks>
internal static class GetApiKeys
{
    public static RestJsonService MapGetApiKeys(this RestJsonService service, ApiKeyStore keys) => service.Map(
        "GetApiKeys", "GET", "/apikeys", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK, Handle(call, keys), ApiGatewayJsonContext.Default.ApiKeyPage, cancellationToken));

    private static Page<ApiKeyView> Handle(RestCall call, ApiKeyStore keys)
    {
        var prefix = call.Query("name");
        var customer = call.Query("customerId");
        var withValues = call.IsTrue("includeValues");
        return keys.All
            .Where(key => prefix is null || key.Name?.StartsWith(prefix, StringComparison.Ordinal) == true)
            .Where(key => customer is null || key.CustomerId == customer)
            .Cut(call, key => key.Sequence, key => ApiKeyView.Of(key, withValues, emptyTags: false));
    }
}
