using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;

namespace BedrockGateway.Api.Accounts;

/// <summary>The routes of a user's account: none needs a key, and some not even a token.</summary>
internal static class AccountsRegistration
{
    private static readonly string[] Paths =
    [
        "/register", "/confirm", "/confirm/resend", "/login", "/login/challenge", "/refresh", "/logout",
        "/password/forgot", "/password/reset", "/password/change", "/account", "/account/usage",
        "/account/key/rotate", "/account/mfa",
    ];

    private const string WrongCode = "Invalid verification code provided, please try again.";
    private const string CodeSent = "If the address has an account that needs it, a code was sent.";

    public static void AddAccounts(this IServiceCollection services) =>
        services.AddSingleton<Enrolment>().AddSingleton<UserKeys>().AddSingleton<ThrottlePatience>()
            .AddSingleton<OrphanUsers>().AddSingleton<MfaSetup>()
            .AddSingleton<OwnKeyStore>().AddSingleton<UsageStore>()
            .AddSingleton<OwnUserStore>().AddSingleton<NewKey>().AddSingleton<KeyRotation>()
            .AddSingleton<PasswordProof>().AddSingleton<AccountClosure>();

    public static void MapAccounts(this IEndpointRouteBuilder routes, FunctionRole role)
    {
        var open = routes.MapGroup("");
        var own = routes.MapGroup("").RequireUser();
        if (role is FunctionRole.Kestrel)
        {
            open.LimitPublicRoutes();
            own.LimitPublicRoutes();
        }

        open.MapPost("/register", RegisterEndpoint.HandleAsync);
        open.MapPost("/confirm", ConfirmEndpoint.HandleAsync).FailAlike(WrongCode);
        open.MapPost("/confirm/resend", ResendEndpoint.HandleAsync).SucceedAlike(CodeSent);
        open.MapPost("/login", LoginEndpoint.HandleAsync).FailAlike("Incorrect username or password.");
        open.MapPost("/login/challenge", ChallengeEndpoint.HandleAsync);
        open.MapPost("/refresh", RefreshEndpoint.HandleAsync);
        open.MapPost("/password/forgot", ForgotPasswordEndpoint.HandleAsync).SucceedAlike(CodeSent);
        open.MapPost("/password/reset", ResetPasswordEndpoint.HandleAsync).FailAlike(WrongCode);

        own.MapPost("/logout", LogoutEndpoint.HandleAsync);
        own.MapPost("/password/change", ChangePasswordEndpoint.HandleAsync);
        own.MapGet("/account", AccountEndpoint.HandleAsync);
        own.MapGet("/account/usage", UsageEndpoint.HandleAsync);
        own.MapPost("/account/key/rotate", RotateEndpoint.HandleAsync);
        own.MapDelete("/account", CloseEndpoint.HandleAsync);
        own.MapPost("/account/mfa", MfaEndpoint.HandleAsync);
        own.MapDelete("/account/mfa", MfaOffEndpoint.HandleAsync);

        Array.ForEach(Paths, path => routes.MapPreflight(path, PreflightExtensions.OfAccounts));
    }
}
