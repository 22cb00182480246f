using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known about a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    public required string ResourceType { get; init; }

    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    public ImmutableArray<RelationshipSnapshot> Relationships { get; init; } = [];

    public ResourceStateSnapshot? State { get; init; }

    public int? ExitCode { get; init; }

    public DateTime? CreationTimeStamp { get; init; }

    public DateTime? StartTimeStamp { get; init; }

    public DateTime? StopTimeStamp { get; init; }

    /// <summary>What the health checks of the resource said last; nothing yet where there is no status.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    /// <summary>
    /// The worst that a health check said, healthy when there is none; unknown while the resource does not run.
    /// </summary>
    public HealthStatus? HealthStatus => State?.Text == KnownResourceStates.Running
        ? HealthReports.Select(report => report.Status ?? Unhealthy).DefaultIfEmpty(Healthy).Min()
        : null;

    /// <summary>
    /// Ends when the handlers of <see cref="ResourceReadyEvent"/> have run; none before the resource runs.
    /// </summary>
    internal Task? Ready { get; init; }

    /// <summary>Tells one run of a process from the next; none for what is no process.</summary>
    internal object? Run { get; init; }
}

/// <summary>The state of a resource: a word, and how to colour it.</summary>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}

/// <summary>A named fact about a resource; for display.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>What the dashboard calls it; else its name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Masked until the dashboard is asked to show it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Shown although the dashboard does not know the name.</summary>
    public bool IsHighlighted { get; init; }

    /// <summary>Lower ones come first.</summary>
    public int? SortOrder { get; init; }
}

/// <summary>An environment variable of a resource; for display.</summary>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);

/// <summary>What a health check of a resource said.</summary>
public sealed record HealthReportSnapshot(
    string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    public DateTime? LastRunAt { get; init; }
}

/// <summary>An address of a resource; for display.</summary>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal)
{
    public bool IsInactive { get; init; }

    public UrlDisplayPropertiesSnapshot DisplayProperties { get; init; } = new();
}

/// <summary>How an address is shown.</summary>
public sealed record UrlDisplayPropertiesSnapshot(string DisplayName = "", int SortOrder = 0);

/// <summary>How one resource relates to another; for display.</summary>
public sealed record RelationshipSnapshot(string ResourceName, string Type);

/// <summary>Names of properties that mean the same for every resource.</summary>
public static class CustomResourceKnownProperties
{
    public static string Source { get; } = "resource.source";
}
