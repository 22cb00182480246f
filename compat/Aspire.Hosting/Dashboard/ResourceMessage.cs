using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using HealthStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace Aspire.Hosting.Dashboard;

/// <summary>A snapshot of a resource as a message.</summary>
internal static class ResourceMessage
{
    public static Wire.Resource Of(ResourceEvent change)
    {
        var (resource, snapshot) = (change.Resource, change.Snapshot);
        var id = InstanceAnnotation.IdOf(resource);
        return new()
        {
            Name = id,
            ResourceType = snapshot.ResourceType,
            DisplayName = resource.Name,
            Uid = id,
            State = snapshot.State?.Text ?? string.Empty,
            StateStyle = snapshot.State?.Style ?? string.Empty,
            CreatedAt = Time(snapshot.CreationTimeStamp),
            StartedAt = Time(snapshot.StartTimeStamp),
            StoppedAt = Time(snapshot.StopTimeStamp),
            Environment =
            {
                snapshot.EnvironmentVariables.Select(variable => new Wire.EnvironmentVariable
                {
                    Name = variable.Name,
                    Value = variable.Value ?? string.Empty,
                    IsFromSpec = variable.IsFromSpec,
                }),
            },
            Commands = { ResourceCommands.Of(resource, snapshot) },
            Properties = { Known(id, resource, snapshot), snapshot.Properties.Select(Property) },
            Urls = { snapshot.Urls.Select(Url) },
            HealthReports = { snapshot.HealthReports.Select(Report) },
            Relationships =
            {
                snapshot.Relationships.Select(relationship => new Wire.ResourceRelationship
                {
                    ResourceName = relationship.ResourceName,
                    Type = relationship.Type,
                }),
            },
        };
    }

    // What the dashboard reads from properties, although some of it stands in the message too.
    private static IEnumerable<Wire.ResourceProperty> Known(
        string id, IResource resource, CustomResourceSnapshot snapshot) =>
    [
        Property("resource.uid", id),
        Property("resource.name", id),
        Property("resource.type", snapshot.ResourceType),
        Property("resource.displayName", resource.Name),
        Property("resource.state", snapshot.State?.Text),
        Property("resource.exitCode", snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture)),
        Property("resource.createTime", Text(snapshot.CreationTimeStamp)),
        Property("resource.startTime", Text(snapshot.StartTimeStamp)),
        Property("resource.stopTime", Text(snapshot.StopTimeStamp)),
        Property("resource.healthState", snapshot.HealthStatus?.ToString()),
    ];

    private static Wire.ResourceProperty Property(string name, string? value) =>
        new() { Name = name, Value = Value(value) };

    private static Wire.ResourceProperty Property(ResourcePropertySnapshot property)
    {
        var message = new Wire.ResourceProperty
        {
            Name = property.Name,
            Value = Value(property.Value),
            IsSensitive = property.IsSensitive,
            IsHighlighted = property.IsHighlighted,
        };
        if (property.DisplayName is { } displayName)
        {
            message.DisplayName = displayName;
        }

        if (property.SortOrder is { } order)
        {
            message.SortOrder = order;
        }

        return message;
    }

    private static Value Value(object? value) => value switch
    {
        null => Google.Protobuf.WellKnownTypes.Value.ForNull(),
        string text => Google.Protobuf.WellKnownTypes.Value.ForString(text),
        int number => Google.Protobuf.WellKnownTypes.Value.ForNumber(number),
        IEnumerable<string> texts => Google.Protobuf.WellKnownTypes.Value.ForList(
            [.. texts.Select(Google.Protobuf.WellKnownTypes.Value.ForString)]),
        _ => Google.Protobuf.WellKnownTypes.Value.ForString(
            Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty),
    };

    private static Wire.Url Url(UrlSnapshot url) => new()
    {
        EndpointName = url.Name ?? string.Empty,
        FullUrl = url.Url,
        IsInternal = url.IsInternal,
        IsInactive = url.IsInactive,
        DisplayProperties = new()
        {
            DisplayName = url.DisplayProperties.DisplayName,
            SortOrder = url.DisplayProperties.SortOrder,
        },
    };

    private static Wire.HealthReport Report(HealthReportSnapshot report)
    {
        var message = new Wire.HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? string.Empty,
            Exception = report.ExceptionText ?? string.Empty,
            LastRunAt = Time(report.LastRunAt),
        };
        if (report.Status is { } status)
        {
            message.Status = status switch
            {
                HealthStatus.Healthy => Wire.HealthStatus.Healthy,
                HealthStatus.Degraded => Wire.HealthStatus.Degraded,
                _ => Wire.HealthStatus.Unhealthy,
            };
        }

        return message;
    }

    private static Timestamp? Time(DateTime? time) =>
        time is { } known ? Timestamp.FromDateTime(known.ToUniversalTime()) : null;

    private static string? Text(DateTime? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
