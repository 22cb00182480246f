using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>The resources of the model that are processes.</summary>
internal sealed class ResourceRunners(
    DistributedApplicationModel model,
    IServiceProvider services,
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext executionContext,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    TimeProvider clock)
{
    // The model may still change until it starts.
    private readonly Lazy<IReadOnlyList<ResourceRunner>> _all = new(() =>
        [.. model.Resources.Where(resource => resource is ProjectResource or ExecutableResource)
            .Select(resource => new ResourceRunner(
                resource, services, eventing, executionContext, notifications, loggers, clock))]);

    public IReadOnlyList<ResourceRunner> All => _all.Value;

    public ResourceRunner? Find(string name) =>
        All.FirstOrDefault(runner => ResourceNames.Same(runner.Resource.Name, name));

    /// <summary>Stops those that nobody waits for, then those that only they waited for, and so on.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var left = All.ToList();
        while (left.Count > 0)
        {
            var awaited = left.SelectMany(runner => runner.Resource.Annotations.OfType<WaitAnnotation>())
                .Select(wait => wait.Resource)
                .ToHashSet();
            var next = left.Where(runner => !awaited.Contains(runner.Resource)).ToList();
            if (next.Count == 0)
            {
                // They wait for each other; there is no order to keep.
                next = left;
            }

            await Task.WhenAll(next.Select(runner => runner.StopAsync(cancellationToken)));
            left = [.. left.Except(next)];
        }
    }
}
