using System.Collections.Immutable;
using System.Net;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>CreateUsagePlan</c>: makes a plan for stages that exist.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html</remarks>
internal static class CreateUsagePlan
{
    public static RestJsonService MapCreateUsagePlan(this RestJsonService service, UsagePlanStore plans) => service.Map(
        "CreateUsagePlan", "POST", "/usageplans", async (call, cancellationToken) =>
        {
            var request = await call.ReadAsync(ApiGatewayJsonContext.Default.CreateUsagePlanRequest, cancellationToken);
            await call.ReplyAsync(
                HttpStatusCode.Created,
                Handle(request, plans),
                ApiGatewayJsonContext.Default.UsagePlanView,
                cancellationToken);
        });

    /// <exception cref="AwsFault">
    /// <c>BadRequestException</c> (400): the quota is not valid. <c>NotFoundException</c> (404): a stage does not
    /// exist.
    /// </exception>
    private static UsagePlanView Handle(Request request, UsagePlanStore plans)
    {
        var quota = request.Quota is { } asked ? QuotaPeriod.Require(asked) : null;
        var plan = plans.Add(plan => plan with
        {
            Name = request.Name,
            Description = request.Description,
            ApiStages = request.ApiStages?.ToImmutableArray() ?? [],
            Throttle = request.Throttle,
            Quota = quota,
            Tags = request.Tags?.ToImmutableDictionary() ?? plan.Tags,
        });
        return UsagePlanView.Of(plan, emptyTags: false);
    }

    internal sealed record Request(
        string? Name,
        string? Description,
        ApiStage[]? ApiStages,
        ThrottleSettings? Throttle,
        QuotaSettings? Quota,
        Dictionary<string, string>? Tags);
}
