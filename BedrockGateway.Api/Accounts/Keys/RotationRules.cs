using Amazon.APIGateway.Model;
using BedrockGateway.Api.Limits;

namespace BedrockGateway.Api.Accounts;

/// <summary>When a key may be rotated. Each key in its grace period has a quota of its own, so there are few.</summary>
internal static class RotationRules
{
    /// <summary>Most rotations of a user in a period of the quota.</summary>
    public const int MaxRotations = 3;

    /// <summary>Most keys of a user in their grace periods at once.</summary>
    public const int MaxInGrace = 3;

    /// <summary>A period without a quota is a day.</summary>
    private const string DefaultPeriod = "DAY";

    public static RotationRefusal? Judge(OwnUser? user, OwnKey? own, DateTimeOffset now)
    {
        if (user is not { Enabled: true })
        {
            return new(user is null ? RotationFailure.UserGone : RotationFailure.UserDisabled);
        }

        if (own is not { Plan: { } plan } || !own.Key.IsLasting())
        {
            return new(RotationFailure.NoKey);
        }

        if (own.Key.Enabled != true)
        {
            return new(RotationFailure.KeyDisabled);
        }

        if (RivalOf(own, now) is { } rival)
        {
            return new(RotationFailure.UnderWay, rival - now);
        }

        var ends = own.InGrace.Select(key => key.ExpiresAt()!.Value).Where(end => end > now).ToArray();
        return InPeriod(own.Key, plan, now).Length >= MaxRotations
            ? new(RotationFailure.TooOften, EndOfPeriod(plan, now) - now)
            : ends.Length >= MaxInGrace ? new(RotationFailure.TooManyInGrace, ends.Min() - now) : null;
    }

    /// <summary>The value of the new key's tag: those of this period, and now.</summary>
    public static string Count(OwnKey own, DateTimeOffset now) =>
        string.Join(' ', InPeriod(own.Key, own.Plan!, now).Append(now).Select(KeyTags.Text));

    // One that has not come to its end, by when either it is done or its process is gone.
    private static DateTimeOffset? RivalOf(OwnKey own, DateTimeOffset now) =>
        own.Others.Where(key => key.AttemptOf() is not null).Max(key => key.ExpiresAt()) is { } end && end > now
            ? end
            : null;

    private static DateTimeOffset[] InPeriod(ApiKey key, UsagePlan plan, DateTimeOffset now)
    {
        var start = QuotaPeriod.StartOf(PeriodOf(plan), DateOnly.FromDateTime(now.UtcDateTime));
        return [.. key.RotationsOf().Where(instant => DateOnly.FromDateTime(instant.UtcDateTime) >= start)];
    }

    private static DateTimeOffset EndOfPeriod(UsagePlan plan, DateTimeOffset now) => new(
        QuotaPeriod.StartOfNext(PeriodOf(plan), DateOnly.FromDateTime(now.UtcDateTime)).ToDateTime(TimeOnly.MinValue),
        TimeSpan.Zero);

    private static string PeriodOf(UsagePlan plan) => plan.FindQuota()?.Period ?? DefaultPeriod;
}
