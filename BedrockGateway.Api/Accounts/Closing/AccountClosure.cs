using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>
/// Shuts a user out for good: no key and no session from now on, and no user when the quota's period ends.
/// </summary>
/// <remarks>
/// The user stays until then, disabled and in a group, so that registering again does not refill the quota; the
/// schedule removes them. Every step may be taken again: a repeated call finishes what one before began. The group
/// comes first, as the mark of who may repeat it without a password, which a disabled user cannot prove.
/// </remarks>
internal sealed class AccountClosure(
    IAmazonCognitoIdentityProvider cognito,
    UserKeys keys,
    PlanKeyStore known,
    IOptions<ResourcesOptions> options,
    TimeProvider clock)
{
    /// <summary>The pool's group of users that are to be removed.</summary>
    public const string Group = "closed";

    // A rotation that is under way may put another key in; it takes it back when it sees the user disabled.
    private const int Rounds = 3;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    private readonly ResourcesOptions _resources = options.Value;

    /// <summary>Whether closing the account has begun.</summary>
    public async Task<bool> HasBegunAsync(string username, CancellationToken cancellationToken)
    {
        var request = new AdminListGroupsForUserRequest { UserPoolId = _resources.UserPoolId, Username = username };
        do
        {
            var page = await cognito.AdminListGroupsForUserAsync(request, cancellationToken);
            if ((page.Groups ?? []).Exists(group => group.GroupName == Group))
            {
                return true;
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return false;
    }

    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="username">The user's name in the pool.</param>
    public async Task RunAsync(string subject, string username)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        await cognito.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest
            {
                UserPoolId = _resources.UserPoolId,
                Username = username,
                GroupName = Group,
            },
            budget.Token);
        await cognito.AdminDisableUserAsync(
            new AdminDisableUserRequest { UserPoolId = _resources.UserPoolId, Username = username }, budget.Token);
        await DeleteKeysAsync(subject, budget.Token);
        known.Forget(subject);
        await cognito.EndSessionsOfDisabledAsync(_resources.UserPoolId, username, budget.Token);
    }

    /// <summary>Deletes every key of a user's, the ones in their grace periods among them.</summary>
    public async Task DeleteKeysAsync(string subject, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds && await keys.DeleteAllAsync(subject, cancellationToken); round++)
        {
            // Until a look finds none.
        }
    }
}
