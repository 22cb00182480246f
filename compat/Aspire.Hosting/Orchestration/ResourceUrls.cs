using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Makes the list of addresses that a resource is shown with.</summary>
internal sealed partial class ResourceUrls(
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    DistributedApplicationExecutionContext executionContext)
{
    public async Task ProcessAsync(IResource resource, CancellationToken cancellationToken)
    {
        var logger = loggers.GetLogger(resource);
        var urls = EndpointUrls(resource);
        foreach (var given in resource.Annotations.OfType<ResourceUrlAnnotation>().ToList())
        {
            urls.Add(given);
            resource.Annotations.Remove(given);
        }

        try
        {
            var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken)
            {
                Logger = logger,
            };
            foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToList())
            {
                await annotation.Callback(context);
            }
        }
#pragma warning disable CA1031 // What a resource is shown with is no reason not to start it.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            CallbackFailed(logger, exception, resource.Name);
        }

        foreach (var url in urls)
        {
            if (url.Url.StartsWith('/') && url.Endpoint?.EndpointAnnotation.AllocatedEndpoint is { } endpoint)
            {
                url.Url = endpoint.UriString + url.Url;
            }

            resource.Annotations.Add(url);
        }

        await notifications.PublishUpdateAsync(
            resource, state => state with { Urls = [.. urls.Select(url => Snapshot(url))] });
    }

    /// <summary>The addresses that were given with the resource, before its endpoints have theirs.</summary>
    public static ImmutableArray<UrlSnapshot> Given(IResource resource) =>
    [
        .. resource.Annotations.OfType<ResourceUrlAnnotation>()
            .Select(url => Snapshot(url) with { IsInactive = url.Endpoint is not null }),
    ];

    /// <summary>The addresses as they are while the resource runs, or while it does not.</summary>
    public static CustomResourceSnapshot Mark(CustomResourceSnapshot state, bool isActive) =>
        state with { Urls = [.. state.Urls.Select(url => url with { IsInactive = !isActive })] };

    private static List<ResourceUrlAnnotation> EndpointUrls(IResource resource) =>
        resource is IResourceWithEndpoints owner
            ? [.. owner.GetEndpoints()
                .Where(endpoint => endpoint.IsAllocated)
                .Select(endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, Endpoint = endpoint })]
            : [];

    private static UrlSnapshot Snapshot(ResourceUrlAnnotation url) =>
        new(url.Endpoint?.EndpointName, url.Url, url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            IsInactive = true,
            DisplayProperties = new(url.DisplayText ?? string.Empty),
        };

    [LoggerMessage(LogLevel.Error, "An error occurred while processing URLs for resource '{ResourceName}':")]
    private static partial void CallbackFailed(ILogger logger, Exception exception, string resourceName);
}
