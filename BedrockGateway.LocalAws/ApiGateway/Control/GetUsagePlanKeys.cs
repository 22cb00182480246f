using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>GetUsagePlanKeys</c>: lists the keys of a plan by the start of their name, oldest first.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html</remarks>
internal static class GetUsagePlanKeys
{
    public static RestJsonService MapGetUsagePlanKeys(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys) => service.Map(
        "GetUsagePlanKeys", "GET", "/usageplans/{usageplanId}/keys", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            Handle(call, plans, keys),
            ApiGatewayJsonContext.Default.UsagePlanKeyPage,
            cancellationToken));

    private static Page<UsagePlanKeyView> Handle(RestCall call, UsagePlanStore plans, ApiKeyStore keys)
    {
        var plan = plans.Get(call.Path("usageplanId"));
        var prefix = call.Query("name");
        return plans.KeyIdsOf(plan.Id)
            .Select(keys.Find)
            .OfType<ApiKey>()
            .Where(key => prefix is null || key.Name?.StartsWith(prefix, StringComparison.Ordinal) == true)
            .OrderBy(key => key.Sequence)
            .Cut(call, key => key.Sequence, UsagePlanKeyView.Of);
    }
}
