namespace BedrockGateway.Infra;

/// <summary>How often a quota starts anew, as API Gateway names it.</summary>
public enum QuotaPeriod
{
    /// <summary>Every day at 00:00 UTC.</summary>
    Day,

    /// <summary>Every week.</summary>
    Week,

    /// <summary>The first of every month.</summary>
    Month,
}
