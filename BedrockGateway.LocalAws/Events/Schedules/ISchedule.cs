namespace BedrockGateway.LocalAws.Events.Schedules;

/// <summary>When a rule fires.</summary>
internal interface ISchedule
{
    /// <summary>The first time after <paramref name="now"/>; <see langword="null"/> for never again.</summary>
    /// <param name="since">Since when the rule has been as it is.</param>
    /// <param name="now">The time that it comes after.</param>
    DateTimeOffset? NextAfter(DateTimeOffset since, DateTimeOffset now);
}
