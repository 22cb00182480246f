using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;

namespace BedrockGateway.Api.Admin;

/// <summary>The routes of administrators: a token of the group <c>admins</c>, and no key.</summary>
internal static class AdminRegistration
{
    private const string Users = "/admin/users";
    private const string User = "/admin/users/{sub}";
    private const string Usage = "/admin/usage";

    private static readonly string[] OfUser = ["disable", "enable", "invite", "mfa", "plan", "rotate", "sign-out"];

    public static void AddAdmin(this IServiceCollection services) => services
        .AddSingleton<AuditLog>()
        .AddSingleton<AdminStanding>()
        .AddSingleton<PoolUsers>()
        .AddSingleton<KeySwitch>()
        .AddSingleton<UserLock>()
        .AddSingleton<FirstKey>()
        .AddSingleton<KeyRenewal>()
        .AddSingleton<Invitation>()
        .AddSingleton<UsageReport>()
        .AddSingleton<FirstAdministrators>();

    public static void MapAdmin(this IEndpointRouteBuilder routes, FunctionRole role)
    {
        var admin = routes.MapGroup("").RequireAdmin();
        if (role is FunctionRole.Kestrel)
        {
            admin.LimitPublicRoutes();
        }

        admin.MapGet(Users, ListUsersEndpoint.HandleAsync).As("list-users");
        admin.MapPost(Users, InviteEndpoint.HandleAsync).As("invite");
        admin.MapGet(User, GetUserEndpoint.HandleAsync).As("get-user");
        admin.MapDelete(User, DeleteEndpoint.HandleAsync).As("delete");
        admin.MapPost($"{User}/disable", DisableEndpoint.HandleAsync).As("disable");
        admin.MapPost($"{User}/enable", EnableEndpoint.HandleAsync).As("enable");
        admin.MapPost($"{User}/invite", InviteAgainEndpoint.HandleAsync).As("invite-again");
        admin.MapDelete($"{User}/mfa", MfaEndpoint.HandleAsync).As("remove-mfa");
        admin.MapPost($"{User}/plan", MovePlanEndpoint.HandleAsync).As("plan");
        admin.MapPost($"{User}/rotate", RotateUserEndpoint.HandleAsync).As("rotate");
        admin.MapPost($"{User}/sign-out", SignOutEndpoint.HandleAsync).As("sign-out");
        admin.MapGet(Usage, AdminUsageEndpoint.HandleAsync).As("get-usage");

        string[] paths = [Users, User, Usage, .. OfUser.Select(action => $"{User}/{action}")];
        Array.ForEach(paths, path => routes.MapPreflight(path, PreflightExtensions.OfAccounts));
    }

    private static void As(this RouteHandlerBuilder route, string action) =>
        route.WithMetadata(new AdminAction(action));
}
