using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Sns;

/// <summary><c>AWS::SNS::Subscription</c>: kept, and never confirmed by a mail.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html
/// </remarks>
internal sealed class SubscriptionHandler(TopicStore topics) : IResourceHandler
{
    private static readonly FrozenSet<string> Protocols = FrozenSet.Create(
        StringComparer.Ordinal,
        "application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs");

    public string Type => "AWS::SNS::Subscription";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "Endpoint", "Protocol", "TopicArn" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault">
    /// <c>InvalidParameter</c>: protocol or address; <c>NotFound</c>: the topic.
    /// </exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = request.Properties;
        var topic = properties.RequiredText("TopicArn");
        var protocol = properties.RequiredText("Protocol");
        if (!Protocols.Contains(protocol))
        {
            throw Invalid($"Amazon SNS does not support this protocol string: {protocol}");
        }

        var endpoint = properties.Text("Endpoint") ?? string.Empty;
        if (protocol is "email" or "email-json" && !IsAddress(endpoint))
        {
            throw Invalid("Email address");
        }

        return topics.Contains(topic)
            ? new(Describe($"{topic}:{Guid.NewGuid()}"))
            : throw new AwsFault("NotFound", "Topic does not exist", System.Net.HttpStatusCode.NotFound);
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        default;

    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;

    private static AwsFault Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");

    private static ResourceResult Describe(string arn) =>
        new(arn, new Dictionary<string, string> { ["Arn"] = arn });
}
