using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>How often one request is tried again, and how long it waits in between.</summary>
internal sealed class RetryBudget(RequestOptions options, TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    private TimeSpan _left = TimeSpan.FromSeconds(options.ModelRetrySeconds);
    private int _attempts;

    /// <summary>Begins with the next model, which gets attempts of its own, but no more time.</summary>
    public void StartModel() => _attempts = 0;

    /// <summary>Waits until the next attempt, for a time between none and twice that of the attempt before.</summary>
    /// <returns>Whether there is a next attempt.</returns>
    public async Task<bool> WaitAsync(Exception fault, CancellationToken cancellationToken)
    {
        if (!IsTransient(fault) || ++_attempts >= options.ModelAttempts)
        {
            return false;
        }

        var most = FirstWait * Math.Pow(2, _attempts);
        var wait = (fault as BedrockFault)?.RetryAfter ?? most * RandomNumberGenerator.GetInt32(1, 1000) / 1000;
        if (wait > _left)
        {
            return false;
        }

        _left -= wait;
        await Task.Delay(wait, clock, cancellationToken);
        return true;
    }

    /// <summary>Whether another model may do what this one did not.</summary>
    public static bool CallsForAnother(Exception fault) => IsTransient(fault) || fault is AmazonServiceException
    {
        ErrorCode: "InternalServerException" or "ModelErrorException" or "ModelTimeoutException"
            or "ResourceNotFoundException",
    };

    private static bool IsTransient(Exception fault) => fault switch
    {
        AmazonServiceException { ErrorCode: "ThrottlingException" or "ServiceUnavailableException" } => true,
        AmazonServiceException { ErrorCode: "ModelNotReadyException" } => true,
        AmazonServiceException { StatusCode: HttpStatusCode.ServiceUnavailable } => true,
        // No connection: nothing has been asked.
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => true,
        _ => false,
    };
}
