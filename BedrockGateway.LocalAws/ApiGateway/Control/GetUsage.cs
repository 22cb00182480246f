using System.Net;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetUsage</c>: used and remaining requests for each day and key of a plan.</summary>
/// <remarks>
/// AWS's data lags by minutes; these counts are exact at once. In a plan without a quota nothing remains.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
/// </remarks>
internal static class GetUsage
{
    private const int MaxDays = 90;

    public static RestJsonService MapGetUsage(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys, UsageStore usage) => service.Map(
        "GetUsage", "GET", "/usageplans/{usageplanId}/usage", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            Handle(call, plans, keys, usage),
            ApiGatewayJsonContext.Default.UsageView,
            cancellationToken));

    /// <exception cref="AwsFault">
    /// <c>NotFoundException</c> (404): plan or key does not exist. <c>BadRequestException</c> (400): the dates are not
    /// valid.
    /// </exception>
    private static UsageView Handle(RestCall call, UsagePlanStore plans, ApiKeyStore keys, UsageStore usage)
    {
        var plan = plans.Get(call.Path("usageplanId"));
        var start = UsageView.Date(call.Query("startDate"), "startDate");
        var end = UsageView.Date(call.Query("endDate"), "endDate");
        if (end < start || end.DayNumber - start.DayNumber >= MaxDays)
        {
            throw ApiGatewayFaults.BadRequest($"Invalid date range specified: it must have 1 to {MaxDays} days");
        }

        var keyIds = call.Query("keyId") is { } keyId ? [keys.Get(keyId).Id] : plans.KeyIdsOf(plan.Id);
        var page = keyIds
            .Select(keys.Find)
            .OfType<ApiKey>()
            .OrderBy(key => key.Sequence)
            .Cut(call, key => key.Sequence, key => key.Id);
        return new(
            plan.Id,
            UsageView.Text(start),
            UsageView.Text(end),
            page.Position,
            page.Item.ToDictionary(id => id, id => UsageView.DaysOf(usage.Of(plan, id), plan, start, end)));
    }
}
