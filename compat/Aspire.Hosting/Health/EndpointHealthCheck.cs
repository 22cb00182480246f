using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

/// <summary>Healthy while an endpoint answers a GET with the expected status within ten seconds.</summary>
internal sealed class EndpointHealthCheck(
    EndpointReference endpoint, string path, int expectedStatus, HttpClient client) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var address = new Uri(new Uri((await endpoint.GetValueAsync(cancellationToken))!), path);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(Patience);
        try
        {
            using var response =
                await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode == expectedStatus
                ? HealthCheckResult.Healthy()
                : new(
                    context.Registration.FailureStatus,
                    $"Request to {address} returned {(int)response.StatusCode} {response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return new(context.Registration.FailureStatus, $"Failed to connect to {address}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, $"Request to {address} timed out", exception);
        }
    }
}
