namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>
/// Wrong passwords in a row: after five, sign-in is refused for 1 s, and for twice as long after each further one.
/// </summary>
/// <remarks>
/// Attempts during a refusal do not count; 15 minutes without a failure, or a success, forget all.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
/// </remarks>
internal sealed record SignInAttempts(int Failures, DateTimeOffset LastFailure)
{
    private const int Free = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static SignInAttempts None { get; } = new(0, DateTimeOffset.MinValue);

    public bool AreLockedAt(DateTimeOffset now) => Failures >= Free && now < LastFailure + Lock;

    public SignInAttempts FailedAt(DateTimeOffset now) => new(now - LastFailure >= Longest ? 1 : Failures + 1, now);

    private TimeSpan Lock =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Failures - Free), Longest.TotalSeconds));
}
