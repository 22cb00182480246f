using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// <c>GET /_local/cognito/codes?email=</c>: the codes that wait to be used, in place of the mails that AWS sends.
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
               let address = user.Attributes["email"]
               where email is null || string.Equals(address, email, StringComparison.OrdinalIgnoreCase)
               from code in new[] { user.Code }.OfType<ConfirmationCode>()
               where code.ExpiresAt > now
               select new SentCode(pool.Id, user.Username, address, code.Value, code.ExpiresAt),
        ];
        return http.Response.WriteAsJsonAsync(
            codes, SentCodesJsonContext.Default.SentCodeArray, cancellationToken: http.RequestAborted);
    }
}

/// <summary>A code that waits to be used.</summary>
/// <param name="UserPoolId">Pool of the user.</param>
/// <param name="Username">Canonical name of the user.</param>
/// <param name="Email">The user's e-mail address, if there is one.</param>
/// <param name="Code">Six digits.</param>
/// <param name="ExpiresAt">When it stops to work.</param>
internal sealed record SentCode(
    string UserPoolId, string Username, string? Email, string Code, DateTimeOffset ExpiresAt);
