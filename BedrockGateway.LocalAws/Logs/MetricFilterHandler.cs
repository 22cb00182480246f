using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Logs;

/// <summary><c>AWS::Logs::MetricFilter</c>: belongs to a log group, and counts nothing here.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html
/// </remarks>
internal sealed class MetricFilterHandler(LogGroupStore groups) : IResourceHandler
{
    private const int MaxNameLength = 512;

    private const int MaxPatternLength = 1024;

    public string Type => "AWS::Logs::MetricFilter";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "FilterName", "LogGroupName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>: the log group; <c>InvalidParameterException</c>: the filter.
    /// </exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        var name = request.Properties.Text("FilterName") ?? request.GenerateName(MaxNameLength);
        groups.Change(
            request.Properties.RequiredText("LogGroupName"),
            group => group with { MetricFilters = group.MetricFilters.Add(name) });
        return new(Describe(name));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        return new(Describe(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var group = properties.RequiredText("LogGroupName");
        if (groups.Find(group) is not null)
        {
            groups.Change(group, known => known with { MetricFilters = known.MetricFilters.Remove(physicalId) });
        }

        return default;
    }

    private static void Check(JsonObject properties)
    {
        if (properties.RequiredText("FilterPattern").Length > MaxPatternLength)
        {
            throw new AwsFault("InvalidParameterException", "Invalid metric filter pattern", HttpStatusCode.BadRequest);
        }

        var transformations = properties.Objects("MetricTransformations").ToList();
        if (transformations is not [var only])
        {
            throw ValidationFault.Of("Properties validation failed: #/MetricTransformations: expected one item, "
                + $"found: {transformations.Count}");
        }

        only.RequiredText("MetricName");
        only.RequiredText("MetricNamespace");
        only.RequiredText("MetricValue");
    }

    private static ResourceResult Describe(string name) => new(name, new Dictionary<string, string>());
}
