using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetUsagePlanKey</c>: reads one key of a plan.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKey.html</remarks>
internal static class GetUsagePlanKey
{
    public static RestJsonService MapGetUsagePlanKey(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys) => service.Map(
        "GetUsagePlanKey",
        "GET",
        "/usageplans/{usageplanId}/keys/{keyId}",
        (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            UsagePlanKeyView.Of(Find(call, plans, keys)),
            ApiGatewayJsonContext.Default.UsagePlanKeyView,
            cancellationToken));

    /// <exception cref="AwsFault">
    /// <c>NotFoundException</c> (404): the plan does not exist or has no such key.
    /// </exception>
    public static ApiKey Find(RestCall call, UsagePlanStore plans, ApiKeyStore keys)
    {
        var plan = plans.Get(call.Path("usageplanId"));
        var keyId = call.Path("keyId");
        return plans.PlanIdsOf(keyId).Contains(plan.Id)
            ? keys.Get(keyId)
            : throw ApiGatewayFaults.NotFound("Invalid Usage Plan Key identifier specified");
    }
}
