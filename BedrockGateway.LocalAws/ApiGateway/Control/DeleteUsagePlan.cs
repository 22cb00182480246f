using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>DeleteUsagePlan</c>: removes a plan that covers no stage any more.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlan.html</remarks>
internal static class DeleteUsagePlan
{
    /// <exception cref="AwsFault">
    /// <c>NotFoundException</c> (404): there is no such plan. <c>BadRequestException</c> (400): it has stages.
    /// </exception>
    public static RestJsonService MapDeleteUsagePlan(this RestJsonService service, UsagePlanStore plans) => service.Map(
        "DeleteUsagePlan", "DELETE", "/usageplans/{usageplanId}", (call, _) =>
        {
            var plan = plans.Get(call.Path("usageplanId"));
            if (!plan.ApiStages.IsEmpty)
            {
                throw ApiGatewayFaults.BadRequest(
                    $"Cannot delete Usage Plan {plan.Id} because it has associated API Stages. "
                    + "Please remove all API Stages before attempting to delete the Usage Plan.");
            }

            plans.Remove(plan.Id);
            return call.AcceptAsync();
        });
}
