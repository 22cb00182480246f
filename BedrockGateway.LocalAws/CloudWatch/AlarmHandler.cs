using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudWatch;

/// <summary><c>AWS::CloudWatch::Alarm</c>: checked as CloudWatch checks one, and never in another state.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
/// </remarks>
internal sealed class AlarmHandler(LocalAwsOptions options) : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::CloudWatch::Alarm";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "AlarmName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>ValidationError</c>: no alarm is like that.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        AlarmRules.Check(request.Properties);
        return new(Describe(request.Properties.Text("AlarmName") ?? request.GenerateName(MaxNameLength)));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        AlarmRules.Check(request.Properties);
        return new(Describe(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        default;

    private ResourceResult Describe(string name) => new(name, new Dictionary<string, string>
    {
        ["Arn"] = $"arn:aws:cloudwatch:{options.Region}:{options.AccountId}:alarm:{name}",
    });
}
