using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What GET /admin/users answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Success">Whether it worked.</param>
/// <param name="Message">What happened, for people.</param>
/// <param name="Data">A page of users.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last.</param>
internal sealed record UserListReply(
    int Status,
    bool Success,
    string Message,
    IReadOnlyList<ListedUser> Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next)
{
    public static Reply<UserListReply> Of(IEnumerable<PoolUser> users, string? next) => new(
        StatusCodes.Status200OK,
        new(
            StatusCodes.Status200OK,
            Success: true,
            "Successfully retrieved the users.",
            [.. users.Select(ListedUser.From)],
            next),
        AdminJsonContext.Wire.UserListReply);
}

/// <summary>A user in a list.</summary>
/// <param name="Sub">By which the other routes name the user.</param>
/// <param name="Email">As registered, or as changed since.</param>
/// <param name="Name">As registered.</param>
/// <param name="Status">Cognito's status, such as <c>CONFIRMED</c>.</param>
/// <param name="Enabled">Whether the user may log in.</param>
/// <param name="Created">When the user registered or was invited.</param>
/// <param name="Modified">When anything about the user changed.</param>
internal sealed record ListedUser(
    string Sub, string? Email, string? Name, string? Status, bool Enabled, DateTime? Created, DateTime? Modified)
{
    public static ListedUser From(PoolUser user) => new(
        user.Subject, user.Email, user.Name, user.Status, user.IsEnabled, user.Created, user.Modified);

    // A record would print the address.
    public override string ToString() => Sub;
}
