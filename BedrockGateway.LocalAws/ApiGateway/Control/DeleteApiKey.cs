using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>DeleteApiKey</c>: removes a key, from its plans too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html</remarks>
internal static class DeleteApiKey
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such key.</exception>
    public static RestJsonService MapDeleteApiKey(
        this RestJsonService service, ApiKeyStore keys, UsagePlanStore plans) => service.Map(
        "DeleteApiKey", "DELETE", "/apikeys/{api_Key}", (call, _) =>
        {
            var id = call.Path("api_Key");
            if (!keys.Remove(id))
            {
                throw ApiGatewayFaults.UnknownKey();
            }

            plans.ForgetKey(id);
            return call.AcceptAsync();
        });
}
