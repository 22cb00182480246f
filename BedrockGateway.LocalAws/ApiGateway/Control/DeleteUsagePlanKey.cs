using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>DeleteUsagePlanKey</c>: takes a key out of a plan; the key itself stays.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html</remarks>
internal static class DeleteUsagePlanKey
{
    /// <exception cref="AwsFault">
    /// <c>NotFoundException</c> (404): the plan does not exist or has no such key.
    /// </exception>
    public static RestJsonService MapDeleteUsagePlanKey(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys) => service.Map(
        "DeleteUsagePlanKey", "DELETE", "/usageplans/{usageplanId}/keys/{keyId}", (call, _) =>
        {
            plans.RemoveKey(call.Path("usageplanId"), GetUsagePlanKey.Find(call, plans, keys).Id);
            return call.AcceptAsync();
        });
}
