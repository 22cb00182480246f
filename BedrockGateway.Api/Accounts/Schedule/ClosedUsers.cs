using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Removes users who closed their account, when the period of the quota in which they did is over.</summary>
internal sealed partial class ClosedUsers(
    IAmazonCognitoIdentityProvider cognito,
    IAmazonAPIGateway gateway,
    AccountClosure closure,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<ClosedUsers> log)
{
    private const int PageSize = 60;

    // The keys have gone, and with them what tells the plan: the longest period of any plan is none too short.
    private static readonly string[] ByLength = ["DAY", "WEEK", "MONTH"];

    private readonly ResourcesOptions _resources = options.Value;

    public async Task RunAsync(UpkeepCounts counts, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(cancellationToken);
        if (members is [])
        {
            return;
        }

        var period = await LongestPeriodAsync(cancellationToken);
        foreach (var user in members.Where(user => IsDue(user, period)))
        {
            var subject = (user.Attributes ?? []).Find(attribute => attribute.Name == "sub")?.Value ?? "";
            try
            {
                await RemoveAsync(user.Username, subject, cancellationToken);
                counts.UsersRemoved++;
            }
#pragma warning disable CA1031 // One user must not keep all others from being removed.
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                counts.Failures++;
                LogFailure(subject, fault.GetType().Name);
            }
        }
    }

    private async Task<List<UserType>> MembersAsync(CancellationToken cancellationToken)
    {
        var members = new List<UserType>();
        var request = new ListUsersInGroupRequest
        {
            UserPoolId = _resources.UserPoolId,
            GroupName = AccountClosure.Group,
            Limit = PageSize,
        };
        do
        {
            var page = await cognito.ListUsersInGroupAsync(request, cancellationToken);
            members.AddRange(page.Users ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return members;
    }

    private async Task<string> LongestPeriodAsync(CancellationToken cancellationToken)
    {
        var longest = 0;
        var request = new GetUsagePlansRequest { Limit = 500 };
        do
        {
            var page = await gateway.GetUsagePlansAsync(request, cancellationToken);
            foreach (var plan in (page.Items ?? []).Where(plan => plan.IsOf(_resources)))
            {
                longest = Math.Max(longest, Array.IndexOf(ByLength, plan.FindQuota()?.Period));
            }

            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return ByLength[longest];
    }

    // One who is enabled was not closed to the end, or an administrator took them back.
    private bool IsDue(UserType user, string period) =>
        user.Enabled == false
        && user.UserLastModifiedDate is { } closed
        && QuotaPeriod.StartOfNext(period, DateOnly.FromDateTime(closed.ToUniversalTime()))
            <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task RemoveAsync(string username, string subject, CancellationToken cancellationToken)
    {
        // One that was closed has none; one whose closing failed may.
        await closure.DeleteKeysAsync(subject, cancellationToken);
        try
        {
            await cognito.AdminDeleteUserAsync(
                new AdminDeleteUserRequest { UserPoolId = _resources.UserPoolId, Username = username },
                cancellationToken);
        }
        catch (UserNotFoundException)
        {
            // An earlier run whose reply was lost.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Removing the user {Subject} failed: {Fault}")]
    private partial void LogFailure(string subject, string fault);
}
