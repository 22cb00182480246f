using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DescribeStackEvents</c>: the history of a stack, newest first, on one page.</summary>
/// <remarks>
/// Reports no <c>OperationId</c>: the CDK CLI then goes by event ids.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
/// </remarks>
internal sealed class DescribeStackEvents(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DescribeStackEvents);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stack = stacks.Get(StackNames.Read(form));
        return new("DescribeStackEventsResult", StackXml.List(
            "StackEvents", stack.State.Events.Reverse().Select(happened => Describe(stack, happened))));
    }

    private static IEnumerable<XElement?> Describe(Stack stack, StackEvent happened) =>
    [
        new("StackId", stack.Id),
        new("EventId", happened.EventId),
        new("StackName", stack.Name),
        new("LogicalResourceId", happened.LogicalId),
        new("PhysicalResourceId", happened.PhysicalId),
        new("ResourceType", happened.Type),
        StackXml.Time("Timestamp", happened.Timestamp),
        new("ResourceStatus", happened.Status),
        StackXml.Optional("ResourceStatusReason", happened.Reason),
        StackXml.Optional("ResourceProperties", happened.Properties),
        StackXml.Optional("ClientRequestToken", happened.ClientRequestToken),
    ];
}
