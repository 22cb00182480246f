using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Lambda.AspNetCoreServer.Hosting;
using Amazon.Lambda.AspNetCoreServer.Hosting.Internal;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Serves an ASP.NET Core application from Lambda.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// On Lambda, where <c>AWS_LAMBDA_FUNCTION_NAME</c> is set, replaces the server by one that takes its requests from
    /// the
    /// Lambda Runtime API; anywhere else it does nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The event source is none that is known.</exception>
    /// <exception cref="ArgumentNullException">There is no serializer, neither here nor in the options.</exception>
    public static IServiceCollection AddAWSLambdaHosting<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services,
        LambdaEventSource eventSource,
        SourceGeneratorLambdaJsonSerializer<T> serializer,
        Action<HostingOptions>? configure = null)
        where T : JsonSerializerContext
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME")))
        {
            return services;
        }

        if (eventSource != LambdaEventSource.RestApi)
        {
            throw new ArgumentException($"Event source type {eventSource} unknown", nameof(eventSource));
        }

        var options = new HostingOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(options);
        services.TryAddSingleton(
            serializer ?? options.Serializer ?? throw new ArgumentNullException(nameof(serializer)));
        services.RemoveAll<IServer>();
        services.AddSingleton<IServer, RestApiServer>();
        return services;
    }
}
