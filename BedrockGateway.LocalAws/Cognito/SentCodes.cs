using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// <c>GET /_local/cognito/codes?email=</c>: the codes and temporary passwords that wait to be used, in place of the
/// mails that AWS sends.
/// </summary>
internal static class SentCodes
{
    public static void MapSentCodes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/_local/cognito/codes", (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        string? email = http.Request.Query["email"];
        var store = http.RequestServices.GetRequiredService<UserPoolStore>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        SentCode[] codes =
        [
            .. from pool in store.Pools
               from user in pool.Users.All()
               from code in user.Codes
               let address = code.Attribute == "email" ? code.Address : user.Attributes["email"]
               where email is null || Is(email, address) || Is(email, user.Attributes["email"])
               where code.ExpiresAt > now
               select new SentCode(
                   pool.Id, user.Username, address, code.Value, code.ExpiresAt, NameOf(code.Purpose)),
        ];
        return http.Response.WriteAsJsonAsync(
            codes, SentCodesJsonContext.Default.SentCodeArray, cancellationToken: http.RequestAborted);
    }

    private static bool Is(string email, string? address) =>
        string.Equals(address, email, StringComparison.OrdinalIgnoreCase);

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static string NameOf(CodePurpose purpose) => purpose switch
    {
        CodePurpose.SignUp => "signUp",
        CodePurpose.PasswordReset => "passwordReset",
        CodePurpose.Attribute => "attribute",
        CodePurpose.Invitation => "temporaryPassword",
    };
#pragma warning restore CS8524
}

/// <summary>A code that waits to be used.</summary>
/// <param name="UserPoolId">Pool of the user.</param>
/// <param name="Username">Canonical name of the user.</param>
/// <param name="Email">The e-mail address that it went to, else the user's, if there is one.</param>
/// <param name="Code">Six digits, or a temporary password.</param>
/// <param name="ExpiresAt">When it stops to work.</param>
/// <param name="Purpose">
/// <c>signUp</c>, <c>passwordReset</c>, <c>attribute</c> or <c>temporaryPassword</c>.
/// </param>
internal sealed record SentCode(
    string UserPoolId, string Username, string? Email, string Code, DateTimeOffset ExpiresAt, string Purpose);
