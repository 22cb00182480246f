using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Internal;

/// <summary>The server on Lambda: no port, but the events of the Runtime API.</summary>
/// <remarks>
/// As with the official package, it runs inside the host's start and ends when the host is asked to stop.
/// </remarks>
internal sealed class RestApiServer(
    HostingOptions options, ILambdaSerializer serializer, IHostApplicationLifetime lifetime, ILoggerFactory loggers)
    : IServer
{
    public IFeatureCollection Features { get; } = new FeatureCollection();

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        var handler = new RestApiHandler<TContext>(application, options, loggers.CreateLogger<RestApiServer>());
#pragma warning disable CA2252 // Response streaming is in preview, and off unless the application asks for it.
        using var wrapper = options.EnableResponseStreaming
            ? HandlerWrapper.GetHandlerWrapper<APIGatewayProxyRequest>(handler.StreamAsync, serializer)
            : HandlerWrapper.GetHandlerWrapper<APIGatewayProxyRequest, APIGatewayProxyResponse>(
                handler.HandleAsync, serializer);
#pragma warning restore CA2252
        using var bootstrap = new LambdaBootstrap(wrapper);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, lifetime.ApplicationStopping);
        await bootstrap.RunAsync(stopping.Token);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
