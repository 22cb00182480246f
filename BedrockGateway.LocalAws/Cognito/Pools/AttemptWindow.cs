using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>How often something was done within the hour that began with the first time.</summary>
internal sealed record AttemptWindow(int Count, DateTimeOffset StartedAt);

/// <summary>What one user may do so many times in an hour.</summary>
/// <remarks>
/// Cognito allows 5 to 20 requests and entries of reset codes, by a risk that it does not explain; here it is 10.
/// Sources: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html,
/// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
/// </remarks>
internal sealed record AttemptLimit(string Name, int Most)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static AttemptLimit ChangePassword { get; } = new(nameof(ChangePassword), 5);

    /// <summary>Codes asked for and entered, together.</summary>
    public static AttemptLimit PasswordReset { get; } = new(nameof(PasswordReset), 10);

    public static AttemptLimit ConfirmSignUp { get; } = new(nameof(ConfirmSignUp), 15);

    public static AttemptLimit ResendCode { get; } = new(nameof(ResendCode), 5);

    public static AttemptLimit AttributeCode { get; } = new(nameof(AttributeCode), 5);

    public static AttemptLimit VerifyAttribute { get; } = new(nameof(VerifyAttribute), 15);

    /// <summary>Counts one more; what is refused does not count.</summary>
    /// <exception cref="AwsFault"><c>LimitExceededException</c>: it is one too many.</exception>
    public User Count(User user, DateTimeOffset now)
    {
        var window = user.Limits.GetValueOrDefault(Name) is { } current && now - current.StartedAt < Window
            ? current
            : new(0, now);
        return window.Count < Most
            ? user with { Limits = user.Limits.SetItem(Name, window with { Count = window.Count + 1 }) }
            : throw new AwsFault("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    }

    /// <summary>Forgets what was counted, after a success.</summary>
    public User Forget(User user) => user with { Limits = user.Limits.Remove(Name) };
}
