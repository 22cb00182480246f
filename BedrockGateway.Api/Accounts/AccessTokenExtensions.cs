using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>What is answered to an access token in a body that is of no use. The texts are Cognito's own.</summary>
internal static class AccessTokenExtensions
{
#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    /// <returns><see langword="null"/> for a token that may be used.</returns>
    public static Reply<ErrorReply>? ToError(this AccessTokenVerdict verdict) => verdict switch
    {
        AccessTokenVerdict.Genuine => null,
        AccessTokenVerdict.Invalid => ErrorReply.Of(StatusCodes.Status400BadRequest, "Invalid Access Token"),
        AccessTokenVerdict.Expired => ErrorReply.Of(StatusCodes.Status400BadRequest, "Access Token has expired"),
        AccessTokenVerdict.OfAnother => ErrorReply.Of(
            StatusCodes.Status403Forbidden, "The access token belongs to another user than the ID token."),
        AccessTokenVerdict.KeysUnavailable => ErrorReply.Of(
            StatusCodes.Status503ServiceUnavailable, "The user pool's signing keys cannot be read."),
    };
#pragma warning restore CS8524
}
