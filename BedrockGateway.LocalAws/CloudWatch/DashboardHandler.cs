using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudWatch;

/// <summary><c>AWS::CloudWatch::Dashboard</c>: its body must be the JSON of a dashboard.</summary>
/// <remarks>
/// Widgets are not looked at. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html
/// </remarks>
internal sealed class DashboardHandler : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::CloudWatch::Dashboard";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "DashboardName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>InvalidParameterInput</c>: the body is no dashboard.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        return new(Describe(request.Properties.Text("DashboardName") ?? request.GenerateName(MaxNameLength)));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        return new(Describe(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        default;

    private static void Check(JsonObject properties)
    {
        try
        {
            if (JsonNode.Parse(properties.RequiredText("DashboardBody"))?["widgets"] is JsonArray)
            {
                return;
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Not JSON, or JSON that is no object: refused below.
        }

        throw new AwsFault("InvalidParameterInput", "The dashboard body is invalid: it must be JSON with widgets.");
    }

    private static ResourceResult Describe(string name) => new(name, new Dictionary<string, string>());
}
