using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    // https before http.
    private static readonly string[] HttpSchemes = ["https", "http"];

    /// <summary>Ties the resource's health to a health check of the AppHost.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="key">The name of a check in <c>builder.Services.AddHealthChecks()</c>.</param>
    /// <remarks>
    /// Asked while the resource runs: again after 30 s when it is healthy, else after 1 s, then 2 s, up to 5 s.
    /// </remarks>
    /// <exception cref="DistributedApplicationException">The resource has that check already.</exception>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(key);
        return builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(annotation => annotation.Key == key)
            ? throw new DistributedApplicationException(
                $"Resource '{builder.Resource.Name}' already has a health check with key '{key}'.")
            : builder.WithAnnotation(new HealthCheckAnnotation(key));
    }

    /// <summary>The resource is healthy while an endpoint of it answers as expected.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="path">Path of the request; <c>/</c> by default.</param>
    /// <param name="statusCode">The expected status; 200 by default.</param>
    /// <param name="endpointName">The endpoint; <c>https</c>, else <c>http</c> by default.</param>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or it is not HTTP.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
        => builder.WithHttpHealthCheck(
            () => builder.HttpEndpoint(endpointName is null ? HttpSchemes : [endpointName]), path, statusCode);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        Func<EndpointReference>? endpointSelector,
        string? path = null,
        int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        endpointSelector ??= () => builder.HttpEndpoint(HttpSchemes);
        var endpoint = endpointSelector()
            ?? throw CannotCheck(builder.Resource, "as the endpoint selector returned null.");
        if (!HttpSchemes.Contains(endpoint.Scheme))
        {
            throw NotHttp(builder.Resource, endpoint);
        }

        path ??= "/";
        statusCode ??= StatusOk;
        var key = $"{builder.Resource.Name}_{endpoint.EndpointName}_{path}_{statusCode}_check";
        builder.WithHealthCheck(key);
        var services = builder.ApplicationBuilder.Services;
        services.AddHttpClient();
        services.AddLogging(logging => logging
            .AddFilter($"System.Net.Http.HttpClient.{key}.LogicalHandler", LogLevel.None)
            .AddFilter($"System.Net.Http.HttpClient.{key}.ClientHandler", LogLevel.None));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            provider => new EndpointHealthCheck(
                endpoint, path, statusCode.Value, provider.GetRequiredService<IHttpClientFactory>().CreateClient(key)),
            failureStatus: null,
            tags: null));
        return builder;
    }

    private const int StatusOk = 200;

    private static EndpointReference HttpEndpoint<T>(this IResourceBuilder<T> builder, string[] names)
        where T : IResourceWithEndpoints
    {
        var endpoint = names.Select(name => builder.FindEndpoint(name)).FirstOrDefault(found => found is not null)
            ?? throw CannotCheck(
                builder.Resource,
                $"as no endpoint was found matching one of the specified names: {string.Join(", ", names)}");
        return new EndpointReference(builder.Resource, endpoint);
    }

    private static DistributedApplicationException NotHttp(IResource resource, EndpointReference endpoint) =>
        CannotCheck(
            resource,
            $"as the endpoint with name '{endpoint.EndpointName}' and scheme '{endpoint.Scheme}' is not an HTTP "
                + "endpoint.");

    private static DistributedApplicationException CannotCheck(IResource resource, string reason) =>
        new($"Could not create HTTP health check for resource '{resource.Name}' {reason}");
}
