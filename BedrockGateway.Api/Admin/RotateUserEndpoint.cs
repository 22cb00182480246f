using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/rotate: a new key, or a first one, which the user alone sees.</summary>
internal static class RotateUserEndpoint
{
    private const int DefaultGraceSeconds = 3600;
    private const int MaxGraceSeconds = 604_800;

    private static readonly FormShape Shape = new() { Number = "graceSeconds", MayBeEmpty = true };

    public static async Task<Results<Reply<RotateUserReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, KeyRenewal keys, IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var graceSeconds = form.Number ?? DefaultGraceSeconds;
        if (graceSeconds is < 0 or > MaxGraceSeconds)
        {
            return ErrorReply.Of(
                StatusCodes.Status400BadRequest, $"graceSeconds must be a whole number from 0 to {MaxGraceSeconds}.");
        }

        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        // From here on a client that goes away changes nothing: half a rotation helps nobody.
        var (made, refusal) = await keys.RenewAsync(user, TimeSpan.FromSeconds(graceSeconds));
        return made is not null
            ? RotateUserReply.Of(made, options.Value.KeyNameOf(user.Subject))
            : refusal!.ToReply(http.Response);
    }
}
