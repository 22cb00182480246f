using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>The resources as the dashboard is told of them.</summary>
internal sealed class ResourceSnapshots(DistributedApplicationModel model, ResourceNotificationService notifications)
{
    public IEnumerable<Wire.Resource> Current()
    {
        foreach (var resource in model.Resources)
        {
            if (notifications.TryGetCurrentState(resource.Name, out var state))
            {
                yield return ResourceMessage.Of(state);
            }
        }
    }

    /// <summary>All resources once more, then every change.</summary>
    public async IAsyncEnumerable<Wire.Resource> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            yield return ResourceMessage.Of(change);
        }
    }

    /// <param name="id">What the dashboard calls it.</param>
    public IResource? Find(string id) =>
        model.Resources.FirstOrDefault(resource => ResourceNames.Same(InstanceAnnotation.IdOf(resource), id))
        ?? model.Resources.FirstOrDefault(resource => ResourceNames.Same(resource.Name, id));
}
