using System.Collections.Frozen;
using Amazon.APIGateway;

namespace BedrockGateway.AppHost;

/// <summary>The enabled API keys of a usage plan by their values, kept in memory alone.</summary>
/// <remarks>A value that is not known has them read again, so that who has just registered is let in.</remarks>
internal sealed class PlanKeys(string planId, AwsTarget target) : IDisposable
{
    private const int PageSize = 500;

    // A key that was disabled or deleted elsewhere is refused after this time.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly AmazonAPIGatewayClient _gateway = new(target.Region);
    private FrozenDictionary<string, string> _ids = FrozenDictionary<string, string>.Empty;
    private long _since;

    /// <returns>Id of the key; <see langword="null"/> where the plan has no such key, or it is disabled.</returns>
    /// <exception cref="AmazonAPIGatewayException">The account refuses the question.</exception>
    public async Task<string?> FindAsync(string value, CancellationToken cancellationToken)
    {
        if (_ids.TryGetValue(value, out var id) && TimeProvider.System.GetElapsedTime(_since) < Lifetime)
        {
            return id;
        }

        var since = TimeProvider.System.GetTimestamp();
        var inPlan = await InPlanAsync(cancellationToken);
        var ids = await ReadAsync(inPlan, cancellationToken);
        (_ids, _since) = (ids, since);
        return ids.GetValueOrDefault(value);
    }

    public void Dispose() => _gateway.Dispose();

    private async Task<HashSet<string>> InPlanAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? position = null;
        do
        {
            var page = await _gateway.GetUsagePlanKeysAsync(
                new() { UsagePlanId = planId, Limit = PageSize, Position = position }, cancellationToken);
            ids.UnionWith((page.Items ?? []).Select(key => key.Id));
            position = page.Position;
        }
        while (position is not null);
        return ids;
    }

    private async Task<FrozenDictionary<string, string>> ReadAsync(
        HashSet<string> inPlan, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        string? position = null;
        do
        {
            var page = await _gateway.GetApiKeysAsync(
                new() { IncludeValues = true, Limit = PageSize, Position = position }, cancellationToken);
            foreach (var key in (page.Items ?? []).Where(key => key.Enabled == true && inPlan.Contains(key.Id)))
            {
                ids[key.Value] = key.Id;
            }

            position = page.Position;
        }
        while (position is not null);
        return ids.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
