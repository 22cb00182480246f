using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>UpdateApiKey</c>: replaces name, description, customer or whether the key counts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html</remarks>
internal static class UpdateApiKey
{
    public static RestJsonService MapUpdateApiKey(this RestJsonService service, ApiKeyStore keys) => service.Map(
        "UpdateApiKey", "PATCH", "/apikeys/{api_Key}", async (call, cancellationToken) =>
        {
            var patch = await call.ReadAsync(ApiGatewayJsonContext.Default.PatchRequest, cancellationToken);
            var updated = keys.Update(call.Path("api_Key"), key => patch.ApplyTo(key, Apply));
            await call.ReplyAsync(
                HttpStatusCode.OK,
                ApiKeyView.Of(updated, withValue: false, emptyTags: true),
                ApiGatewayJsonContext.Default.ApiKeyView,
                cancellationToken);
        });

    private static ApiKey Apply(ApiKey key, PatchOperation operation) => operation.Key switch
    {
        "replace /name" => key with { Name = operation.Value },
        "replace /description" => key with { Description = operation.Value },
        "replace /customerId" => key with { CustomerId = operation.Value },
        "replace /enabled" => key with { Enabled = operation.Flag },
        _ => throw operation.Unsupported(),
    };
}
