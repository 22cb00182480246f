using System.Globalization;
using System.Net;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>Gives the endpoints of processes their addresses, once, before anything starts.</summary>
internal sealed class EndpointAllocation(
    ResourceRunners runners,
    ResourceUrls urls,
    IDistributedApplicationEventing eventing,
    IServiceProvider services)
{
    public async Task AllocateAsync(CancellationToken cancellationToken)
    {
        var endpoints = runners.All.SelectMany(runner => runner.Resource.Annotations.OfType<EndpointAnnotation>())
            .ToList();
        endpoints.ForEach(endpoint => endpoint.ResolveWithoutProxy());
        var taken = endpoints.Select(endpoint => endpoint.TargetPort).OfType<int>().ToHashSet();
        foreach (var endpoint in endpoints)
        {
            Allocate(endpoint, taken);
        }

        foreach (var runner in runners.All)
        {
            await urls.ProcessAsync(runner.Resource, cancellationToken);
            await eventing.PublishAsync(
                new ResourceEndpointsAllocatedEvent(runner.Resource, services), cancellationToken);
        }
    }

    private static void Allocate(EndpointAnnotation endpoint, ISet<int> taken)
    {
        if (endpoint.TargetPort is not { } port)
        {
            endpoint.Port = endpoint.TargetPort = port = Ports.FindFree(endpoint.Protocol, taken);
        }

        endpoint.AllocatedEndpoint = new(
            endpoint, Address(endpoint.TargetHost), port, port.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Where clients go when a process listens on that host: it may be a wildcard.</summary>
    private static string Address(string host) =>
        IPAddress.TryParse(host, out var address)
        && !address.Equals(IPAddress.Any)
        && !address.Equals(IPAddress.IPv6Any)
            ? host
            : "localhost";
}
