using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>What API Gateway counted of all keys, by user, plan and day.</summary>
/// <remarks>
/// Its counts lag by minutes. Keys that are gone by now count for nobody. A user's keys count together.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
/// </remarks>
internal sealed class UsageReport(
    IAmazonAPIGateway gateway, PoolUsers users, PlanList plans, IOptions<ResourcesOptions> options)
{
    private const int PageSize = 500;

    private readonly string _keyPrefix = options.Value.KeyNameOf("");

    /// <returns>Users who called, by their <c>sub</c> and plan; those without one last.</returns>
    public async Task<List<UserUsage>> ReadAsync(UsageRange range, CancellationToken cancellationToken)
    {
        var owners = await OwnersAsync(cancellationToken);
        var emails = (await users.AllAsync(cancellationToken))
            .ToDictionary(user => user.Subject, user => user.Email, StringComparer.Ordinal);
        var found = new List<UserUsage>();
        foreach (var plan in plans.All)
        {
            var counts = await CountsAsync(plan.Id, range, cancellationToken);
            found.AddRange(
                from key in counts
                group key.Days by owners.GetValueOrDefault(key.Key) into byOwner
                let days = Sum(byOwner, range)
                where days.Count > 0
                select new UserUsage(
                    byOwner.Key,
                    byOwner.Key is { } sub ? emails.GetValueOrDefault(sub) : null,
                    plan.Name,
                    days.Sum(day => day.Used),
                    days));
        }

        return
        [
            .. found.OrderBy(user => user.Sub is null)
                .ThenBy(user => user.Sub, StringComparer.Ordinal).ThenBy(user => user.Plan, StringComparer.Ordinal),
        ];
    }

    // {"abc123":[[2,23],[0,25]]}: used and remaining of each day. By the key's id, or by its value, as AWS's own
    // documentation has it; so both lead to the owner, and neither is ever shown.
    private async Task<List<(string Key, List<List<long>> Days)>> CountsAsync(
        string planId, UsageRange range, CancellationToken cancellationToken)
    {
        var counts = new List<(string, List<List<long>>)>();
        var request = new GetUsageRequest
        {
            UsagePlanId = planId,
            StartDate = UsageRange.Text(range.From),
            EndDate = UsageRange.Text(range.To),
            Limit = PageSize,
        };
        do
        {
            var page = await gateway.GetUsageAsync(request, cancellationToken);
            counts.AddRange((page.Items ?? []).Select(key => (key.Key, key.Value)));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return counts;
    }

    private async Task<Dictionary<string, string>> OwnersAsync(CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new GetApiKeysRequest { NameQuery = _keyPrefix, IncludeValues = true, Limit = PageSize };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            foreach (var key in page.Items ?? [])
            {
                // Another stack's name may begin with this one's.
                if (key.Name[_keyPrefix.Length..] is var owner && PoolUsers.IsSubject(owner))
                {
                    owners[key.Id] = owner;
                    owners[key.Value] = owner;
                }
            }

            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return owners;
    }

    private static List<UsedDay> Sum(IEnumerable<List<List<long>>> keys, UsageRange range)
    {
        var used = new long[range.To.DayNumber - range.From.DayNumber + 1];
        foreach (var days in keys)
        {
            for (var day = 0; day < Math.Min(days.Count, used.Length); day++)
            {
                used[day] += days[day].FirstOrDefault();
            }
        }

        return
        [
            .. used.Select((count, day) => new UsedDay(range.From.AddDays(day), count)).Where(day => day.Used > 0),
        ];
    }
}
