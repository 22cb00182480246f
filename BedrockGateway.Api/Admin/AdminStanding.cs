using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Admin;

/// <summary>Whether a caller is an administrator: by the token, and by the pool as it is now.</summary>
/// <remarks>
/// A token lives on until it expires. Without the second question, an administrator who was disabled would let
/// themselves in again.
/// </remarks>
internal sealed class AdminStanding(PoolUsers users)
{
    public async Task<bool> HoldsAsync(Caller caller, CancellationToken cancellationToken) =>
        caller.Groups.Contains(AdminGroup.Name)
        && await users.FindAsync(caller.Subject, cancellationToken) is { IsEnabled: true } user
        && (await users.GroupsAsync(user, cancellationToken)).Contains(AdminGroup.Name);
}
