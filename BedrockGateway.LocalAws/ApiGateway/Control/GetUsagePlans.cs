using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetUsagePlans</c>: lists plans, those of one key where <c>keyId</c> is given.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html</remarks>
internal static class GetUsagePlans
{
    public static RestJsonService MapGetUsagePlans(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys) => service.Map(
        "GetUsagePlans", "GET", "/usageplans", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            Handle(call, plans, keys),
            ApiGatewayJsonContext.Default.UsagePlanPage,
            cancellationToken));

    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such key.</exception>
    private static Page<UsagePlanView> Handle(RestCall call, UsagePlanStore plans, ApiKeyStore keys)
    {
        var ofKey = call.Query("keyId") is { } keyId ? plans.PlanIdsOf(keys.Get(keyId).Id) : null;
        return plans.All
            .Where(plan => ofKey?.Contains(plan.Id) != false)
            .Cut(call, plan => plan.Sequence, plan => UsagePlanView.Of(plan, emptyTags: false));
    }
}
