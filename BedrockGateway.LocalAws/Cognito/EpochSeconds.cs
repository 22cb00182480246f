namespace BedrockGateway.LocalAws.Cognito;

/// <summary>A time as AWS JSON 1.1 writes it: seconds since 1970 with milliseconds as the fraction.</summary>
internal static class EpochSeconds
{
    private const decimal MillisecondsPerSecond = 1000m;

    public static decimal Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / MillisecondsPerSecond;
}
