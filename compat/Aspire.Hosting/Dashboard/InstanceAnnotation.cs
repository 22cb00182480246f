using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Tells the process of a resource from those of other runs: the dashboard joins a resource and its telemetry by name
/// and suffix.
/// </summary>
internal sealed class InstanceAnnotation : IResourceAnnotation
{
    private const int Letters = 8;

    public string Suffix { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", Letters);

    /// <summary>Of a resource that is a process; none of others.</summary>
    public static string? SuffixOf(IResource resource) =>
        resource.TryGetLastAnnotation<InstanceAnnotation>(out var instance) ? instance.Suffix : null;

    /// <summary>What the dashboard calls the resource.</summary>
    public static string IdOf(IResource resource) =>
        SuffixOf(resource) is { } suffix ? $"{resource.Name}-{suffix}" : resource.Name;
}
