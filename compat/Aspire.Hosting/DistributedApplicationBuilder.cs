using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Health;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <inheritdoc cref="IDistributedApplicationBuilder"/>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _inner;
    private readonly DistributedApplicationExecutionContextOptions _contextOptions =
        new(DistributedApplicationOperation.Run);

    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new HostApplicationBuilderSettings { Args = options.Args, Configuration = new() };
        HostingEvents.Constructing(options, settings);
        AppHostAssembly = options.AppHostAssembly;
        // appsettings.json is the one beside the project, wherever the command was given.
        settings.ContentRootPath ??= Directory.Exists(options.ProjectDirectory) ? options.ProjectDirectory : null;
        _inner = new HostApplicationBuilder(settings);
        AppHostDirectory = options.ProjectDirectory ?? _inner.Environment.ContentRootPath;
        ExecutionContext = new(_contextOptions);
        Configuration.AddInMemoryCollection([new("AppHost:Directory", AppHostDirectory)]);
        _inner.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // A resource that is not up yet is no error; one that was is spoken of in its own log.
        _inner.Logging.AddFilter(
            "Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
        _inner.Logging.AddConfiguration(Configuration.GetSection("Logging"));
        if (!options.DisableDashboard)
        {
            DashboardConfiguration.AddDefaults(Configuration);
        }

        AddServices(options);
        HostingEvents.Constructed(this);
    }

    public ConfigurationManager Configuration => _inner.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => _inner.Environment;

    public IServiceCollection Services => _inner.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (Resources.TryGetByName(resource.Name, out var existing))
        {
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because resource "
                    + $"of type '{existing.GetType()}' with that name already exists. Resource names are "
                    + "case-insensitive.");
        }

        if (resource is ProjectResource or ExecutableResource)
        {
            resource.Annotations.Add(new InstanceAnnotation());
        }

        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        HostingEvents.Building(this);
        var application = new DistributedApplication(_inner.Build());
        _contextOptions.ServiceProvider = application.Services;
        HostingEvents.Built(application);
        return application;
    }

    private void AddServices(DistributedApplicationOptions options)
    {
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddSingleton(options);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(new DistributedApplicationModel(Resources));
        Services.AddSingleton<ResourceLoggerService>();
        Services.AddSingleton<ResourceNotificationService>();
        Services.AddSingleton<ResourceRunners>();
        Services.AddSingleton(services => new ResourceCommandService(services.GetRequiredService<ResourceRunners>()));
        Services.AddSingleton<ResourceConsole>();
        Services.AddSingleton<InitialStates>();
        Services.AddSingleton<ResourceUrls>();
        Services.AddSingleton<EndpointAllocation>();
        Services.AddSingleton<ResourceHealth>();
        Services.AddHealthChecks();
        Services.AddSingleton<IValidateOptions<HealthCheckServiceOptions>, MissingHealthChecks>();
        Services.AddSingleton<DashboardConfiguration>();
        Services.AddSingleton<DashboardInstallation>();
        Services.AddSingleton<ResourceServiceHost>();
        Services.AddSingleton<DashboardHost>();
        Services.AddHostedService<Orchestrator>();
    }

    private sealed class ResourceBuilder<T>(IDistributedApplicationBuilder applicationBuilder, T resource)
        : IResourceBuilder<T>
        where T : IResource
    {
        public IDistributedApplicationBuilder ApplicationBuilder { get; } = applicationBuilder;

        public T Resource { get; } = resource;

        public IResourceBuilder<T> WithAnnotation<TAnnotation>(
            TAnnotation annotation, ResourceAnnotationMutationBehavior behavior)
            where TAnnotation : IResourceAnnotation
        {
            if (behavior == ResourceAnnotationMutationBehavior.Replace)
            {
                foreach (var replaced in Resource.Annotations.OfType<TAnnotation>().ToList())
                {
                    Resource.Annotations.Remove(replaced);
                }
            }

            Resource.Annotations.Add(annotation);
            return this;
        }
    }
}
