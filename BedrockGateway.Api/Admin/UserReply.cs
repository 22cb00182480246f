using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What GET /admin/users/{sub} answers.</summary>
internal sealed record UserReply(int Status, bool Success, string Message, UserDetails Data)
{
    public static Reply<UserReply> Of(UserDetails user) => new(
        StatusCodes.Status200OK,
        new(StatusCodes.Status200OK, Success: true, "Successfully retrieved the user.", user),
        AdminJsonContext.Wire.UserReply);
}

/// <summary>All that an administrator sees of a user.</summary>
/// <param name="Sub">By which the other routes name the user.</param>
/// <param name="Email">As registered, or as changed since.</param>
/// <param name="Name">As registered.</param>
/// <param name="Status">Cognito's status, such as <c>CONFIRMED</c>.</param>
/// <param name="Enabled">Whether the user may log in.</param>
/// <param name="Created">When the user registered or was invited.</param>
/// <param name="Modified">When anything about the user changed.</param>
/// <param name="Groups">The pool's groups that the user is in.</param>
/// <param name="Plan">The plan by its name.</param>
/// <param name="Reference">The name that all keys of the user have, however often they rotate.</param>
/// <param name="Key"><see langword="null"/> for a user without one.</param>
internal sealed record UserDetails(
    string Sub,
    string? Email,
    string? Name,
    string? Status,
    bool Enabled,
    DateTime? Created,
    DateTime? Modified,
    IReadOnlyList<string> Groups,
    string Plan,
    string Reference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] UserKey? Key)
{
    // A record would print the address.
    public override string ToString() => Sub;
}

/// <summary>A user's key, of which an administrator sees no character.</summary>
/// <param name="Id">API Gateway's id of the key.</param>
/// <param name="Enabled">Whether it opens anything.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Plan">The plan that it is in; <see langword="null"/> where that is none of this API's.</param>
internal sealed record UserKey(
    string Id,
    bool Enabled,
    DateTime? Created,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Plan);
