namespace BedrockGateway.Api.Limits;

/// <summary>A user's enabled key and what its usage plan grants.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="Owner">Subject of the user: a key that was rotated shares the limits of the one before.</param>
/// <param name="Hash">SHA-256 of the key's value; the clear value is not kept.</param>
/// <param name="Plan">What the plan grants on this API and stage.</param>
internal sealed record PlanKey(string Id, string Owner, byte[] Hash, PlanLimits Plan);

/// <summary>Throttle and quota of a usage plan; <see langword="null"/> parts are unlimited.</summary>
/// <param name="PlanId">Id of the plan.</param>
/// <param name="Throttle">Requests a second, and how many at once.</param>
/// <param name="Quota">Requests in a period.</param>
internal sealed record PlanLimits(string PlanId, Throttle? Throttle, Quota? Quota);

/// <summary>Rate of a token bucket in tokens a second, and its capacity.</summary>
internal sealed record Throttle(double RatePerSecond, int Burst);

/// <summary>Requests that a period grants; the period is <c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>.</summary>
internal sealed record Quota(int Limit, string Period);
