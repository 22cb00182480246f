using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /account/key/rotate: a new key at once, while the old one works for a grace period.</summary>
internal static class RotateEndpoint
{
    private const int DefaultGraceSeconds = 3600;
    private const int MaxGraceSeconds = 604_800;

    private static readonly FormShape Shape = new() { Number = "graceSeconds", MayBeEmpty = true };

    public static async Task<Results<Reply<RotateReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, KeyRotation rotation, IOptions<ResourcesOptions> options)
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

        // From here on a client that goes away changes nothing: half a rotation helps nobody.
        var caller = http.User();
        var (made, refusal) = await rotation.RunAsync(
            caller.Subject, caller.Username, TimeSpan.FromSeconds(graceSeconds));
        return made is not null
            ? RotateReply.Of(made, options.Value.KeyNameOf(caller.Subject))
            : refusal!.ToReply(http.Response);
    }
}
