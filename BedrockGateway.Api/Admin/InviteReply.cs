using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What POST /admin/users answers.</summary>
internal sealed record InviteReply(int Status, bool Success, string Message, InvitedUser Data)
{
    public static Reply<InviteReply> Of(string email, InvitedUser user) => new(
        StatusCodes.Status200OK,
        new(StatusCodes.Status200OK, Success: true, $"User {email} invited successfully.", user),
        AdminJsonContext.Wire.InviteReply);
}

/// <summary>Who was invited.</summary>
/// <param name="Sub">By which the other routes name the user.</param>
/// <param name="Plan">The plan by its name.</param>
/// <param name="Reference">The name that all keys of the user have, however often they rotate.</param>
internal sealed record InvitedUser(string Sub, string Plan, string Reference);
