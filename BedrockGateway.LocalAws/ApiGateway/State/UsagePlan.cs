using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>How fast and how often the keys of a plan may call which stages.</summary>
internal sealed record UsagePlan(string Id, long Sequence, DateTimeOffset QuotaSince)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? ProductCode { get; init; }

    public ImmutableArray<ApiStage> ApiStages { get; init; } = [];

    /// <summary>Throttle of each key; <see langword="null"/> for none.</summary>
    public ThrottleSettings? Throttle { get; init; }

    /// <summary>Quota of each key; <see langword="null"/> for none.</summary>
    public QuotaSettings? Quota { get; init; }

    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The plan's part for a stage; <see langword="null"/> where the plan does not cover it.</summary>
    public ApiStage? StageOf(string apiId, string stage)
    {
        foreach (var candidate in ApiStages)
        {
            if (candidate.ApiId == apiId && candidate.Stage == stage)
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A stage in a plan.</summary>
/// <param name="ApiId">The REST API.</param>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Throttle">Throttles of single methods by <c>/{path}/{VERB}</c>, each in place of the plan's.</param>
internal sealed record ApiStage(
    string ApiId, string Stage, IReadOnlyDictionary<string, ThrottleSettings>? Throttle = null);

/// <summary>A token bucket.</summary>
/// <param name="BurstLimit">Capacity in requests; without one the account's.</param>
/// <param name="RateLimit">Requests a second that flow back; without one the account's.</param>
internal sealed record ThrottleSettings(int? BurstLimit, double? RateLimit);

/// <summary>A number of requests for each period.</summary>
/// <param name="Limit">Requests.</param>
/// <param name="Offset">Requests taken off the limit in the period in which the quota was set.</param>
/// <param name="Period"><c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>.</param>
internal sealed record QuotaSettings(int Limit, int Offset, string Period);
