using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.Pages.Api;

/// <summary><c>GET /_local/data/api</c>: deployed APIs, usage plans and keys.</summary>
internal static class ApiOverview
{
    public static void MapApiOverview(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{PagesRegistration.Data}/api", (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var keys = services.GetRequiredService<ApiKeyStore>();
        var plans = services.GetRequiredService<UsagePlanStore>();
        var usage = services.GetRequiredService<UsageStore>();
        var gateway = EmulatorAddresses.Of(services).Gateway;
        var today = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDate();
        var view = new ApiOverviewView(
            [.. services.GetRequiredService<RestApiStore>().NewestFirst.SelectMany(api => ApiView.Of(api, gateway))],
            [.. plans.All.Select(plan => PlanView.Of(
                plan, plans.KeyIdsOf(plan.Id).Select(keys.Find).OfType<ApiKey>(), usage, today))],
            [.. keys.All.Select(KeyView.Of)]);
        return PageReply.WriteAsync(http, view, PagesJsonContext.Default.ApiOverviewView);
    }
}

/// <param name="Apis">Stages of APIs, the newest API first.</param>
/// <param name="Plans">Usage plans, the oldest first.</param>
/// <param name="Keys">API keys, the oldest first.</param>
internal sealed record ApiOverviewView(
    IReadOnlyList<ApiView> Apis, IReadOnlyList<PlanView> Plans, IReadOnlyList<KeyView> Keys);
