using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
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
        IAmazonCognitoIdentityProvider cognito,
        OwnKeyStore keys,
        PlanList plans,
        IOptions<ResourcesOptions> options)
    {
        var caller = http.User();
        var user = await cognito.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = options.Value.UserPoolId, Username = caller.Username },
            http.RequestAborted);
        var attributes = (user.UserAttributes ?? [])
            .ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
        if (attributes.GetValueOrDefault("sub") != caller.Subject)
        {
            // The token is of a user who has gone, and somebody has registered the address again.
            return ErrorReply.Of(StatusCodes.Status400BadRequest, "User does not exist.");
        }

        var own = await keys.FindAsync(caller.Subject, http.RequestAborted);
        var data = new AccountData(
            attributes.GetValueOrDefault("name"),
            attributes.GetValueOrDefault("email"),
            user.Enabled == false ? "DISABLED" : user.UserStatus?.Value,
            user.UserCreateDate?.ToUniversalTime(),
            own?.Plan is { } plan ? new(plan.Id, plans.NameOf(plan)) : null,
            own is null ? null : Shown(own));
        return new Reply<AccountReply>(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, "Successfully retrieved the account.", data),
            AccountsJsonContext.Wire.AccountReply);
    }

    private static AccountKey Shown(OwnKey own) => new(
        own.Key.Id,
        $"****{own.Key.Value[^ShownChars..]}",
        own.Key.Enabled == true,
        own.Key.CreatedDate?.ToUniversalTime(),
        LastRotated: null);
}
