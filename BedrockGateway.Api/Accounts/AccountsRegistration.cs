using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;

namespace BedrockGateway.Api.Accounts;

/// <summary>Registration and login: the routes that need neither token nor key.</summary>
internal static class AccountsRegistration
{
    public static void AddAccounts(this IServiceCollection services) =>
        services.AddSingleton<Enrolment>().AddSingleton<OrphanUsers>();

    public static void MapAccounts(this IEndpointRouteBuilder routes, FunctionRole role)
    {
        var accounts = routes.MapGroup("");
        if (role is FunctionRole.Kestrel)
        {
            accounts.LimitPublicRoutes();
        }

        accounts.MapPost("/register", RegisterEndpoint.HandleAsync);
        accounts.MapPost("/login", LoginEndpoint.HandleAsync);
        routes.MapPreflight("/register");
        routes.MapPreflight("/login");
    }
}
