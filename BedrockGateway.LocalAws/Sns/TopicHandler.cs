using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Sns;

/// <summary><c>AWS::SNS::Topic</c>: a topic that nobody publishes to.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html
/// </remarks>
internal sealed class TopicHandler(TopicStore topics, LocalAwsOptions options) : IResourceHandler
{
    private const int MaxNameLength = 256;

    public string Type => "AWS::SNS::Topic";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "FifoTopic", "TopicName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>InvalidParameter</c>: the topic exists already.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("TopicName") ?? request.GenerateName(MaxNameLength);
        var arn = $"arn:aws:sns:{options.Region}:{options.AccountId}:{name}";
        if (topics.Contains(arn))
        {
            throw new AwsFault(
                "InvalidParameter", $"Resource of type '{Type}' with identifier '{arn}' already exists.");
        }

        topics.Add(arn);
        return new(Describe(arn));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        topics.Remove(physicalId);
        return default;
    }

    private static ResourceResult Describe(string arn) => new(arn, new Dictionary<string, string>
    {
        ["TopicArn"] = arn,
        ["TopicName"] = arn[(arn.LastIndexOf(':') + 1)..],
    });
}
