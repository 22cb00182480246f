using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An app model that was built and can be run.</summary>
public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications =>
        Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return CreateBuilder(new DistributedApplicationOptions { Args = args });
    }

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options);

    /// <summary>
    /// Starts the resources and returns; they go on starting in the background, in the order of their waits.
    /// </summary>
    public virtual async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await PublishBeforeStartAsync(cancellationToken);
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Stops the resources, those that wait for others first.</summary>
    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <summary>Runs until Ctrl-C, SIGTERM or the token, then stops the resources.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        try
        {
            await StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Stopped while still starting; that is an orderly end, for what has started already too.
            await StopAsync(CancellationToken.None);
        }
    }

    public void Run() => RunAsync().Wait();

    public virtual void Dispose()
    {
        host.Dispose();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private async Task PublishBeforeStartAsync(CancellationToken cancellationToken)
    {
        var eventing = Services.GetRequiredService<IDistributedApplicationEventing>();
        var context = Services.GetRequiredService<DistributedApplicationExecutionContext>();
        foreach (var subscriber in Services.GetServices<IDistributedApplicationEventingSubscriber>())
        {
            await subscriber.SubscribeAsync(eventing, context, cancellationToken);
        }

        var model = Services.GetRequiredService<DistributedApplicationModel>();
        await eventing.PublishAsync(new BeforeStartEvent(Services, model), cancellationToken);
    }
}
