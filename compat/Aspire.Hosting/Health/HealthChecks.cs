using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Health;

/// <summary>The health checks that a resource's health depends on.</summary>
internal static class HealthChecks
{
    /// <summary>Keys of the resource's own checks, and of those of the resources that it is a part of.</summary>
    public static IReadOnlyList<string> KeysOf(IResource resource)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(annotation => annotation.Key);
        return [.. (resource is IResourceWithParent { Parent: var parent } ? keys.Concat(KeysOf(parent)) : keys)
            .Distinct()];
    }

    /// <summary>What is known before any of them was asked.</summary>
    public static ImmutableArray<HealthReportSnapshot> InitialReports(IResource resource) =>
        [.. KeysOf(resource).Select(key => new HealthReportSnapshot(key, null, null, null))];

    public static ImmutableArray<HealthReportSnapshot> Merge(
        ImmutableArray<HealthReportSnapshot> known, HealthReport report, DateTime runAt)
    {
        var merged = known;
        foreach (var (key, entry) in report.Entries)
        {
            var now = new HealthReportSnapshot(key, entry.Status, entry.Description, entry.Exception?.ToString())
            {
                LastRunAt = runAt,
            };
            var before = merged.FirstOrDefault(snapshot => snapshot.Name == key);
            merged = before is null ? merged.Add(now) : merged.Replace(before, now);
        }

        return merged;
    }
}

/// <summary>Refuses to start an application whose resources name health checks that there are not.</summary>
internal sealed class MissingHealthChecks(DistributedApplicationModel model)
    : IValidateOptions<HealthCheckServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, HealthCheckServiceOptions options)
    {
        var known = options.Registrations.Select(registration => registration.Name).ToHashSet();
        var missing =
            from resource in model.Resources
            from annotation in resource.Annotations.OfType<HealthCheckAnnotation>()
            where !known.Contains(annotation.Key)
            select $"The health check '{annotation.Key}' is not registered and is required for resource "
                + $"'{resource.Name}'.";
        return missing.ToList() is { Count: > 0 } failures
            ? ValidateOptionsResult.Fail(failures)
            : ValidateOptionsResult.Success;
    }
}
