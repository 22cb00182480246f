using System.Globalization;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Infra.Accounts;

/// <summary>Removes users who registered long ago and never confirmed their address, with their keys.</summary>
/// <remarks>
/// Keys first: a user without a key is found by the next run, a key without a user only by <c>check</c>.
/// </remarks>
internal sealed class PruneUnconfirmedCommand(
    AccountsStore store,
    AccountMender mender,
    IAmazonCognitoIdentityProvider cognito,
    StackOutputs stack,
    TextWriter output)
{
    private const string Unconfirmed = "UNCONFIRMED";

    public async Task RunAsync(TimeSpan older, bool dryRun, CancellationToken cancellationToken)
    {
        var all = await store.ReadAsync(cancellationToken);
        var old = all.Users
            .Where(user => user.Status == Unconfirmed && all.TakenAt - user.CreatedAt >= older)
            .ToList();
        var keys = all.Keys.ToLookup(key => key.Subject);
        foreach (var user in old)
        {
            var since = user.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (!dryRun)
            {
                var delete = keys[user.Subject].Select(key => new Mending.DeleteKey(key.Id));
                await mender.MendAsync(new("", [.. delete]), cancellationToken);
                await DeleteAsync(user, cancellationToken);
            }

            await output.WriteLineAsync(
                $"{(dryRun ? "Would delete" : "Deleted")} user {user.Subject}, unconfirmed since {since}.");
        }

        var count = old.Count == 1 ? "1 user" : string.Create(CultureInfo.InvariantCulture, $"{old.Count} users");
        await output.WriteLineAsync(dryRun ? $"{count} would be deleted; none was." : $"{count} deleted.");
    }

    private async Task DeleteAsync(AccountUser user, CancellationToken cancellationToken)
    {
        try
        {
            await cognito.AdminDeleteUserAsync(
                new AdminDeleteUserRequest { UserPoolId = stack.UserPoolId, Username = user.Username },
                cancellationToken);
        }
        catch (UserNotFoundException)
        {
            // Gone already.
        }
    }
}
