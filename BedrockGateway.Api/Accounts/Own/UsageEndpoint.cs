using System.Globalization;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>GET /account/usage: how much of the quota is used, and how much was on each day.</summary>
internal static class UsageEndpoint
{
    private const int DefaultDays = 7;

    public static async Task<Results<Reply<UsageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, OwnKeyStore keys, UsageStore usage)
    {
        if (DaysOf(http.Request) is not { } days)
        {
            return ErrorReply.Of(
                StatusCodes.Status400BadRequest, $"days must be a whole number from 1 to {UsageStore.MaxDays}.");
        }

        if (await keys.FindAsync(http.User().Subject, http.RequestAborted) is not { Plan: { } plan } own)
        {
            return ErrorReply.Of(StatusCodes.Status404NotFound, "The account has no API key in a usage plan.");
        }

        var data = await usage.ReadAsync(own.Key.Id, plan, days, http.RequestAborted);
        return new Reply<UsageReply>(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, "Successfully retrieved the usage.", data),
            AccountsJsonContext.Wire.UsageReply);
    }

    // Null: not a number of days.
    private static int? DaysOf(HttpRequest request) => request.Query["days"] switch
    {
        [] => DefaultDays,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= UsageStore.MaxDays => days,
        _ => null,
    };
}
