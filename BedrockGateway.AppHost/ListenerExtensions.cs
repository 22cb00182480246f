namespace BedrockGateway.AppHost;

/// <summary>Endpoints of what listens in this process already, which no orchestrator starts.</summary>
internal static class ListenerExtensions
{
    /// <summary>Makes the address an endpoint of the resource, <c>http</c>, which has it from the start.</summary>
    public static IResourceBuilder<T> WithListener<T>(this IResourceBuilder<T> resource, Uri address)
        where T : IResourceWithEndpoints => resource
        .WithHttpEndpoint(address.Port, isProxied: false)
        .WithEndpoint("http", endpoint => endpoint.AllocatedEndpoint = new(endpoint, address.Host, address.Port));
}
