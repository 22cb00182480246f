using System.Text.Json;
using Amazon.Runtime;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>How an endpoint answers a question.</summary>
internal static class Finding
{
    /// <returns>Why there is no answer; <see langword="null"/> where there is one.</returns>
    public static async Task<string?> OfAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        try
        {
            await ask(cancellationToken);
            return null;
        }
        catch (AmazonServiceException refusal)
        {
            return refusal.ErrorCode is { Length: > 0 } code
                ? code
                : $"HTTP {(int)refusal.StatusCode}";
        }
        catch (Exception none) when (IsNone(none, cancellationToken))
        {
            // The text may quote what the endpoint sent; the kind is enough.
            return none.GetType().Name;
        }
    }

    private static bool IsNone(Exception none, CancellationToken cancellationToken) =>
        none is AmazonClientException or HttpRequestException or TimeoutException or JsonException
        || (none is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
