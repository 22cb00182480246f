using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Infra.Accounts;

/// <summary>Reads a stack's users, keys and plans out of the account.</summary>
internal sealed class AccountsStore(
    IAmazonCognitoIdentityProvider cognito, IAmazonAPIGateway gateway, StackOutputs stack, TimeProvider clock)
{
    // The most that the operations give at once.
    private const int UsersPerPage = 60;
    private const int KeysPerPage = 500;

    private const string ClosedGroup = "closed";
    private const string AdministratorsGroup = "admins";

    private string KeyPrefix { get; } = $"{stack.StackName}-";

    public async Task<AccountsSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Keys first: one of a registration that ends meanwhile is then missing, and its user is too young to judge.
        var plans = await PlansAsync(cancellationToken);
        var members = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            members[plan.Id] = await KeysInAsync(plan.Id, cancellationToken);
        }

        var keys = await KeysAsync(members, cancellationToken);
        return new(await UsersAsync(plans, cancellationToken), keys, stack.UsagePlanId, now);
    }

    public async Task<List<AccountUser>> UsersAsync(CancellationToken cancellationToken)
    {
        var users = new List<AccountUser>();
        var request = new ListUsersRequest { UserPoolId = stack.UserPoolId, Limit = UsersPerPage };
        do
        {
            var page = await cognito.ListUsersAsync(request, cancellationToken);
            users.AddRange((page.Users ?? []).Select(Read));
            request.PaginationToken = page.PaginationToken;
        }
        while (!string.IsNullOrEmpty(request.PaginationToken));
        return users;
    }

    private async Task<List<AccountUser>> UsersAsync(List<UsagePlan> plans, CancellationToken cancellationToken)
    {
        var users = await UsersAsync(cancellationToken);
        var closed = await MembersAsync(ClosedGroup, cancellationToken);
        var administrators = await MembersAsync(AdministratorsGroup, cancellationToken);
        var planOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var plan in plans.Where(plan => plan.Name?.StartsWith(KeyPrefix, StringComparison.Ordinal) == true))
        {
            foreach (var username in await MembersAsync($"plan-{plan.Name[KeyPrefix.Length..]}", cancellationToken))
            {
                planOf[username] = plan.Id;
            }
        }

        return users.ConvertAll(user => user with
        {
            IsClosed = closed.Contains(user.Username),
            IsAdministrator = administrators.Contains(user.Username),
            PlanId = planOf.GetValueOrDefault(user.Username),
        });
    }

    private async Task<HashSet<string>> MembersAsync(string group, CancellationToken cancellationToken)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        var request = new ListUsersInGroupRequest
        {
            UserPoolId = stack.UserPoolId,
            GroupName = group,
            Limit = UsersPerPage,
        };
        try
        {
            do
            {
                var page = await cognito.ListUsersInGroupAsync(request, cancellationToken);
                members.UnionWith((page.Users ?? []).Select(user => user.Username));
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
        catch (ResourceNotFoundException)
        {
            // A stack without that group has nobody in it.
        }

        return members;
    }

    private async Task<List<UsagePlan>> PlansAsync(CancellationToken cancellationToken)
    {
        var plans = new List<UsagePlan>();
        var request = new GetUsagePlansRequest { Limit = KeysPerPage };
        do
        {
            var page = await gateway.GetUsagePlansAsync(request, cancellationToken);
            plans.AddRange((page.Items ?? []).Where(plan => (plan.ApiStages ?? []).Exists(
                covered => covered.ApiId == stack.RestApiId && covered.Stage == stack.StageName)));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return plans;
    }

    private async Task<List<string>> KeysInAsync(string planId, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var request = new GetUsagePlanKeysRequest { UsagePlanId = planId, Limit = KeysPerPage };
        do
        {
            var page = await gateway.GetUsagePlanKeysAsync(request, cancellationToken);
            keys.AddRange((page.Items ?? []).Select(key => key.Id));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return keys;
    }

    private async Task<List<AccountKey>> KeysAsync(
        Dictionary<string, List<string>> members, CancellationToken cancellationToken)
    {
        var plansOf = members
            .SelectMany(plan => plan.Value.Select(key => (Key: key, Plan: plan.Key)))
            .ToLookup(pair => pair.Key, pair => pair.Plan);
        var keys = new List<AccountKey>();
        var request = new GetApiKeysRequest { NameQuery = KeyPrefix, IncludeValues = true, Limit = KeysPerPage };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            foreach (var key in page.Items ?? [])
            {
                if (await SubjectOfAsync(key, cancellationToken) is { } subject)
                {
                    keys.Add(Read(key, subject) with { PlanIds = [.. plansOf[key.Id]] });
                }
            }

            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return keys;
    }

    // Name and tag together: stack A-B's keys begin with A- as well. Lists may come without tags.
    private async Task<string?> SubjectOfAsync(ApiKey key, CancellationToken cancellationToken)
    {
        if (key.Name?.StartsWith(KeyPrefix, StringComparison.Ordinal) != true
            || !Guid.TryParse(key.Name[KeyPrefix.Length..], out _))
        {
            return null;
        }

        if (key.Tags is not { Count: > 0 })
        {
            var whole = await gateway.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = key.Id }, cancellationToken);
            key.Tags = whole.Tags ?? [];
        }

        return key.Tags.GetValueOrDefault("stack") == stack.StackName ? key.Name[KeyPrefix.Length..] : null;
    }

    private static AccountKey Read(ApiKey key, string subject) => new(
        key.Id, key.Value ?? "", subject, key.Enabled == true, key.CreatedDate?.ToUniversalTime() ?? default)
    {
        IsAttempt = key.Tags.ContainsKey("attempt"),
        Expires = DateTimeOffset.TryParse(
            key.Tags.GetValueOrDefault("expires"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var expires) ? expires : null,
    };

    private static AccountUser Read(UserType user)
    {
        string? Of(string name) => (user.Attributes ?? []).Find(attribute => attribute.Name == name)?.Value;
        return new(
            user.Username,
            Of("sub") ?? "",
            user.Enabled == true,
            user.UserCreateDate?.ToUniversalTime() ?? default,
            Of("custom:api_key"))
        {
            Status = user.UserStatus?.Value ?? "",
        };
    }
}
