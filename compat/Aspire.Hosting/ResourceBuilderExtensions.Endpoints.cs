using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds an endpoint to the resource, or changes the one of that name.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="port">1 to 65535; 0 or none for one that is free, which stays the same until the end.</param>
    /// <param name="targetPort">Like <paramref name="port"/>; when both are given they must be the same.</param>
    /// <param name="scheme">Of the URL; the protocol in small letters by default.</param>
    /// <param name="name">The scheme by default.</param>
    /// <param name="env">The environment variable that the process reads its port from; none by default.</param>
    /// <param name="isProxied">Has no effect.</param>
    /// <param name="isExternal">Accepted for the sake of source.</param>
    /// <param name="protocol">TCP by default.</param>
    /// <remarks>
    /// The official orchestrator listens on the port itself and passes on to a target port of the process. There is no
    /// proxy here: the process listens on the port, and has to read it from <paramref name="env"/> unless it is fixed.
    /// A process whose port is taken by somebody else when it is about to start, or whose two ports differ, is
    /// <c>FailedToStart</c>.
    /// </remarks>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        [EndpointName] string? name = null,
        string? env = null,
        bool? isProxied = null,
        bool? isExternal = null,
        ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        var transport = protocol ?? ProtocolType.Tcp;
        if (builder.FindEndpoint(name ?? scheme ?? transport.ToString()) is not { } endpoint)
        {
            endpoint = new EndpointAnnotation(
                transport, scheme, transport: null, name, port, targetPort, isExternal, isProxied);
            return builder.WithPortVariable(endpoint, env).WithAnnotation(endpoint);
        }

        // Without a proxy each port reads as the other where only one is given; that must not become a second one.
        if (port is not null)
        {
            endpoint.Port = port;
        }

        if (targetPort is not null)
        {
            endpoint.TargetPort = targetPort;
        }

        endpoint.IsExternal = isExternal ?? endpoint.IsExternal;
        endpoint.IsExplicitlyProxied = isProxied ?? endpoint.IsExplicitlyProxied;
        return builder.WithPortVariable(endpoint, env);
    }

    /// <summary>Changes the endpoint of that name, which is made if need be.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        [EndpointName] string endpointName,
        Action<EndpointAnnotation> callback,
        bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpointName);
        ArgumentNullException.ThrowIfNull(callback);
        if (builder.FindEndpoint(endpointName) is { } existing)
        {
            callback(existing);
        }
        else if (createIfNotExists)
        {
            var endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            callback(endpoint);
            builder.Resource.Annotations.Add(endpoint);
        }

        return builder;
    }

    /// <summary>Adds an endpoint with the scheme <c>http</c>, see <c>WithEndpoint</c>.</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        [EndpointName] string? name = null,
        string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints
        => builder.WithEndpoint(port, targetPort, scheme: "http", name, env, isProxied);

    /// <summary>Adds an endpoint with the scheme <c>https</c>; the certificate is the process's own affair.</summary>
    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        [EndpointName] string? name = null,
        string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints
        => builder.WithEndpoint(port, targetPort, scheme: "https", name, env, isProxied);

    /// <summary>Accepted for the sake of source; it matters to what is published only.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.IsExternal |= endpoint.UriScheme is "http" or "https";
        }

        return builder;
    }

    /// <summary>The endpoint of that name as a value: its URL, once the application has started.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, [EndpointName] string name)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.GetEndpoint(name);
    }

    private static EndpointAnnotation? FindEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints
        => builder.Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(endpoint => EndpointNames.Same(endpoint.Name, name));

    private static IResourceBuilder<T> WithPortVariable<T>(
        this IResourceBuilder<T> builder, EndpointAnnotation endpoint, string? variable)
        where T : IResourceWithEndpoints
    {
        if (variable is null || builder.Resource is not IResourceWithEnvironment)
        {
            return builder;
        }

        var isNew = endpoint.TargetPortEnvironmentVariable is null;
        endpoint.TargetPortEnvironmentVariable = variable;
        return isNew
            ? builder.WithAnnotation(new EnvironmentCallbackAnnotation(variables =>
                variables[endpoint.TargetPortEnvironmentVariable] =
                    new EndpointReference(builder.Resource, endpoint).Property(EndpointProperty.TargetPort)))
            : builder;
    }
}
