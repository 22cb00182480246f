using Amazon.APIGateway;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Plans;

/// <summary>Moves a user's keys to another plan, and the user to its group; or all stays as it was.</summary>
/// <remarks>
/// No caller's token cancels it, and both budgets together stay below the function's 29 s. Rate and quota change at
/// once, and the quota of the new plan is a full one; the models change with the user's next token.
/// </remarks>
internal sealed class PlanMove(
    IAmazonCognitoIdentityProvider cognito,
    IAmazonAPIGateway gateway,
    PlanKeyStore known,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<Undo> log)
{
    // A rotation that is under way may put another key into the plan before.
    private const int Rounds = 3;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private readonly ResourcesOptions _resources = options.Value;

    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="username">The user's name in the pool.</param>
    /// <param name="groups">The groups that the user is in.</param>
    /// <param name="to">The new plan.</param>
    public async Task RunAsync(string subject, string username, IReadOnlyCollection<string> groups, Plan to)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        try
        {
            await using var undo = new Undo(clock, log);
            await MoveKeysAsync(subject, to, undo, budget.Token);
            await MoveGroupAsync(username, groups, to, undo, budget.Token);
            undo.Forget();
        }
        finally
        {
            known.Forget(subject);
        }
    }

    private async Task MoveKeysAsync(string subject, Plan to, Undo undo, CancellationToken cancellationToken)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var keys = (await gateway.FindKeysAsync(
                _resources.KeyNameOf(subject), includeValues: false, cancellationToken))
                .FindAll(key => moved.Add(key.Id));
            foreach (var key in keys)
            {
                await MoveKeyAsync(key.Id, to.Id, undo, cancellationToken);
            }

            if (keys is [])
            {
                return;
            }
        }
    }

    // API Gateway refuses a key that is in two plans of one stage, so it leaves first.
    private async Task MoveKeyAsync(string keyId, string planId, Undo undo, CancellationToken cancellationToken)
    {
        var from = (await gateway.FindPlanAsync(keyId, _resources, cancellationToken))?.Id;
        if (from == planId)
        {
            return;
        }

        if (from is not null)
        {
            undo.Add("join the plan before", keyId, token => gateway.JoinPlanAsync(from, keyId, _resources, token));
            await gateway.LeavePlanAsync(from, keyId, cancellationToken);
        }

        undo.Add("leave the new plan", keyId, token => gateway.LeavePlanAsync(planId, keyId, token));
        await gateway.JoinPlanAsync(planId, keyId, _resources, cancellationToken);
    }

    private async Task MoveGroupAsync(
        string username,
        IReadOnlyCollection<string> groups,
        Plan to,
        Undo undo,
        CancellationToken cancellationToken)
    {
        foreach (var group in groups.Where(
            group => group.StartsWith(Plan.GroupPrefix, StringComparison.Ordinal) && group != to.Group))
        {
            undo.Add("join the group before", group, token => JoinAsync(username, group, token));
            await LeaveAsync(username, group, cancellationToken);
        }

        if (to.Group is { } wanted && !groups.Contains(wanted))
        {
            undo.Add("leave the new group", wanted, token => LeaveAsync(username, wanted, token));
            await JoinAsync(username, wanted, cancellationToken);
        }
    }

    private async Task JoinAsync(string username, string group, CancellationToken cancellationToken) =>
        await cognito.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest
            {
                UserPoolId = _resources.UserPoolId, Username = username, GroupName = group,
            },
            cancellationToken);

    private async Task LeaveAsync(string username, string group, CancellationToken cancellationToken) =>
        await cognito.AdminRemoveUserFromGroupAsync(
            new AdminRemoveUserFromGroupRequest
            {
                UserPoolId = _resources.UserPoolId, Username = username, GroupName = group,
            },
            cancellationToken);
}
