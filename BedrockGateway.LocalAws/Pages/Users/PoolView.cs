using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Pages.Users;

/// <summary>A user pool.</summary>
/// <param name="Id">Id of the pool.</param>
/// <param name="Name">Its name.</param>
/// <param name="Clients">Its app clients, by name and id.</param>
/// <param name="PreSignUp">ARN of the function that decides who may sign up.</param>
/// <param name="Users">Its users, the newest first.</param>
internal sealed record PoolView(
    string Id,
    string Name,
    IReadOnlyList<ClientView> Clients,
    string? PreSignUp,
    IReadOnlyList<UserView> Users)
{
    public static PoolView Of(UserPool pool, DateTimeOffset now) => new(
        pool.Id,
        pool.Name,
        [.. pool.Clients.Values.OrderBy(client => client.CreatedAt)
            .Select(client => new ClientView(client.Id, client.Name))],
        pool.Settings.LambdaConfig?.PreSignUp,
        [.. pool.Users.All().Reverse().Select(user => UserView.Of(user, now))]);
}

/// <summary>An app client, without its secret.</summary>
internal sealed record ClientView(string Id, string Name);

/// <summary>A user.</summary>
/// <param name="Username">Canonical name of the user.</param>
/// <param name="Email">The user's address.</param>
/// <param name="Name">The user's own name.</param>
/// <param name="Status"><c>CONFIRMED</c> or <c>UNCONFIRMED</c>.</param>
/// <param name="CreatedAt">When the user signed up.</param>
/// <param name="Groups">Groups in the order in which the user joined.</param>
/// <param name="Code">Code that waits to be used, in place of a mail.</param>
/// <param name="CodeExpiresAt">When it stops to work.</param>
internal sealed record UserView(
    string Username,
    string? Email,
    string? Name,
    string Status,
    DateTimeOffset CreatedAt,
    IReadOnlyList<string> Groups,
    string? Code,
    DateTimeOffset? CodeExpiresAt)
{
    public static UserView Of(User user, DateTimeOffset now)
    {
        var code = user.Code?.ExpiresAt > now ? user.Code : null;
        return new(
            user.Username,
            user.Attributes["email"],
            user.Attributes["name"],
            user.Status,
            user.CreatedAt,
            user.Groups,
            code?.Value,
            code?.ExpiresAt);
    }
}
