using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>GET /account: who the user is to the gateway.</summary>
internal static class AccountEndpoint
{
    private const int ShownChars = 4;

    public static async Task<Results<Reply<AccountReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        OwnUserStore users,
        OwnKeyStore keys,
        PlanList plans,
        IOptions<ResourcesOptions> options)
    {
        var caller = http.User();
        if (await users.FindAsync(caller.Username, caller.Subject, http.RequestAborted) is not { } user)
        {
            return OwnUserStore.Gone;
        }

        var own = await keys.FindAsync(caller.Subject, http.RequestAborted);
        var data = new AccountData(
            user.Attributes.GetValueOrDefault("name"),
            user.Attributes.GetValueOrDefault("email"),
            user.Enabled ? user.Status : "DISABLED",
            user.Created?.ToUniversalTime(),
            own?.Plan is { } plan ? new(plan.Id, plans.NameOf(plan)) : null,
            own is null ? null : Shown(own.Key, options.Value.KeyNameOf(caller.Subject)),
            [.. (own?.InGrace ?? []).Select(Ending)]);
        return new Reply<AccountReply>(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, "Successfully retrieved the account.", data),
            AccountsJsonContext.Wire.AccountReply);
    }

    private static AccountKey Shown(ApiKey key, string reference) => new(
        key.Id,
        Masked(key),
        key.Enabled == true,
        key.CreatedDate?.ToUniversalTime(),
        key.RotationsOf() is [.., var last] ? last.UtcDateTime : null,
        reference);

    private static EndingKey Ending(ApiKey key) => new(key.Id, Masked(key), key.ExpiresAt()!.Value.UtcDateTime);

    private static string Masked(ApiKey key) => $"****{key.Value[^ShownChars..]}";
}
