using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Pages.Users;

/// <summary><c>GET /_local/data/users</c>: user pools, their users, and the codes that wait to be used.</summary>
internal static class UserOverview
{
    public static void MapUserOverview(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{PagesRegistration.Data}/users", (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var pools = http.RequestServices.GetRequiredService<UserPoolStore>().Pools;
        return PageReply.WriteAsync(
            http, [.. pools.Select(pool => PoolView.Of(pool, now))], PagesJsonContext.Default.PoolViewArray);
    }
}
