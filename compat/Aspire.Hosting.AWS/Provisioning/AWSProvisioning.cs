using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CDK;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

internal static class AWSProvisioningRegistration
{
    public static IDistributedApplicationBuilder AddAWSProvisioning(this IDistributedApplicationBuilder builder)
    {
        builder.Services.TryAddEventingSubscriber<AWSProvisioning>();
        builder.Services.TryAddSingleton<StackProvisioner>();
        return builder;
    }
}

/// <summary>
/// Synthesizes the stacks of the model before anything starts, and provisions them in the background.
/// </summary>
internal sealed partial class AWSProvisioning(
    StackProvisioner provisioner,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IHostApplicationLifetime lifetime) : IDistributedApplicationEventingSubscriber
{
    /// <summary>The state of a stack that could not be provisioned; none of the known ones.</summary>
    public const string FailedState = "Failed to Provision";

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeStartEvent>(BeforeStartAsync);
        }

        return Task.CompletedTask;
    }

    private Task BeforeStartAsync(BeforeStartEvent @event, CancellationToken cancellationToken)
    {
        var resources = @event.Model.Resources.OfType<IAWSResource>().ToList();
        var children = @event.Model.Resources.OfType<IResourceWithParent>().ToLookup(Root, child => (IResource)child);
        Synthesize(resources.OfType<StackResource>().ToList(), children);
        foreach (var resource in resources)
        {
            // Set before any environment is made, so that nobody misses it.
            resource.ProvisioningTaskCompletionSource = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // The start of the application does not wait for its stacks; those that need them do.
        var stopping = lifetime.ApplicationStopping;
        _ = Task.Run(() => ProvisionAsync(resources, children, stopping), stopping);
        return Task.CompletedTask;
    }

    private static void Synthesize(List<StackResource> stacks, ILookup<IResource, IResource> children)
    {
        var described = stacks.SelectMany(stack => children[stack].Prepend(stack)).OfType<IResourceWithConstruct>();
        foreach (var resource in described)
        {
            foreach (var output in resource.Annotations.OfType<ConstructOutputAnnotation>())
            {
                output.AddTo(resource.Construct);
            }
        }

        foreach (var app in stacks.Select(stack => stack.App).Distinct())
        {
            app.Synth();
        }
    }

    private async Task ProvisionAsync(
        List<IAWSResource> resources, ILookup<IResource, IResource> children, CancellationToken cancellationToken)
    {
        foreach (var resource in resources)
        {
            await PublishAsync(resource, children, new(KnownResourceStates.Starting, KnownResourceStateStyles.Info));
        }

        foreach (var resource in resources)
        {
            var logger = loggers.GetLogger(resource);
            Provisioning(logger, resource.Name);
            try
            {
                await notifications.WaitForDependenciesAsync(resource, cancellationToken);
                await provisioner.ProvisionAsync(resource, cancellationToken);
                resource.ProvisioningTaskCompletionSource!.TrySetResult();
                await PublishAsync(
                    resource, children, new(KnownResourceStates.Running, KnownResourceStateStyles.Success));
            }
#pragma warning disable CA1031 // Whatever went wrong is this resource's state; the others are provisioned all the same.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                NotProvisioned(logger, resource.Name, exception.Message);
                resource.ProvisioningTaskCompletionSource!.TrySetException(exception);
                await PublishAsync(resource, children, new(FailedState, KnownResourceStateStyles.Error));
            }
        }
    }

    private async Task PublishAsync(
        IAWSResource resource, ILookup<IResource, IResource> children, ResourceStateSnapshot state)
    {
        foreach (var affected in children[resource].Prepend(resource))
        {
            await notifications.PublishUpdateAsync(affected, snapshot => snapshot with { State = state });
        }
    }

    private static IResource Root(IResource resource) =>
        resource is IResourceWithParent { Parent: var parent } ? Root(parent) : resource;

    [LoggerMessage(LogLevel.Information, "Provisioning {ResourceName}...")]
    private static partial void Provisioning(ILogger logger, string resourceName);

    [LoggerMessage(LogLevel.Error, "Error provisioning {ResourceName}: {Reason}")]
    private static partial void NotProvisioned(ILogger logger, string resourceName, string reason);
}
