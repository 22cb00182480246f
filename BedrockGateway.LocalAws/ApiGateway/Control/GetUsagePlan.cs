using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetUsagePlan</c>: reads one plan.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html</remarks>
internal static class GetUsagePlan
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such plan.</exception>
    public static RestJsonService MapGetUsagePlan(this RestJsonService service, UsagePlanStore plans) => service.Map(
        "GetUsagePlan", "GET", "/usageplans/{usageplanId}", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            UsagePlanView.Of(plans.Get(call.Path("usageplanId")), emptyTags: true),
            ApiGatewayJsonContext.Default.UsagePlanView,
            cancellationToken));
}
