using System.Collections.Frozen;
using System.Security.Cryptography;
using Amazon.Runtime;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Hosting;

/// <summary>Makes calls again that AWS refuses because there are too many, as long as there is time.</summary>
/// <remarks>
/// An account may make 5 API keys a second and 10 calls of API Gateway's control plane in all, which a company that
/// registers in one morning exceeds. Pauses double up to 2 s and are cut short at random, so that those who were
/// refused together do not come back together.
/// </remarks>
internal sealed class ThrottlePatience(TimeProvider clock)
{
    public const string Busy = "Too many registrations at this moment. Try again in a few seconds.";

    private const int Doublings = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private static readonly FrozenSet<string> Codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "RequestLimitExceeded",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException");

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(Func<CancellationToken, Task> call, CancellationToken budget) => CallAsync(
        async token =>
        {
            await call(token);
            return true;
        },
        budget);

    /// <param name="call">A call that is refused as a whole or not at all.</param>
    /// <param name="budget">Ends the attempts.</param>
    /// <exception cref="RequestFault">503: there was no more time, and AWS still refused.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken budget)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(budget);
            }
            catch (AmazonServiceException fault) when (IsThrottled(fault))
            {
                await PauseAsync(FirstPause * (1 << Math.Min(attempt, Doublings)), budget);
            }

            if (budget.IsCancellationRequested)
            {
                throw new RequestFault(StatusCodes.Status503ServiceUnavailable, Busy) { RetryAfter = RetryAfter };
            }
        }
    }

    /// <summary>Whether AWS has refused the call because of the calls before it, and done nothing.</summary>
    public static bool IsThrottled(Exception fault) => fault switch
    {
        Amazon.APIGateway.Model.TooManyRequestsException => true,
        Amazon.CognitoIdentityProvider.Model.TooManyRequestsException => true,
        AmazonServiceException { ErrorCode: { } code } => Codes.Contains(code),
        _ => false,
    };

    private async Task PauseAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        var pause = most * RandomNumberGenerator.GetInt32(500, 1000) / 1000;
        await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
