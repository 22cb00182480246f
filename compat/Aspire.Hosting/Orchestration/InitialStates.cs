using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;

namespace Aspire.Hosting.Orchestration;

/// <summary>Publishes every resource of the model as it is before anything has happened.</summary>
internal sealed class InitialStates(
    DistributedApplicationModel model, ResourceNotificationService notifications, TimeProvider clock)
{
    private const string ParentProperty = "resource.parentName";

    public async Task PublishAsync()
    {
        foreach (var resource in model.Resources)
        {
            var parent = Parent(resource)?.Name;
            await notifications.PublishUpdateAsync(resource, state => state with
            {
                CreationTimeStamp = state.CreationTimeStamp ?? clock.GetUtcNow().UtcDateTime,
                Relationships = Relationships(resource),
                Urls = ResourceUrls.Given(resource),
                Properties = parent is null ? state.Properties : state.Properties.Add(new(ParentProperty, parent)),
                HealthReports = HealthChecks.InitialReports(resource),
            });
        }
    }

    private static IResource? Parent(IResource resource) => resource is IResourceWithParent part
        ? part.Parent
        : resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .LastOrDefault(annotation => annotation.Type == "Parent")?.Resource;

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource)
    {
        var given = resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .Select(annotation => new RelationshipSnapshot(annotation.Resource.Name, annotation.Type));
        return resource is IResourceWithParent part
            ? [new(part.Parent.Name, "Parent"), .. given]
            : [.. given];
    }
}
