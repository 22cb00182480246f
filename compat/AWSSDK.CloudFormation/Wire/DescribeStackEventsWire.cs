using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DescribeStackEvents</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
/// </remarks>
internal static class DescribeStackEventsWire
{
    private static readonly XmlShape<DescribeStackEventsResponse> Reply = new()
    {
        { "NextToken", static (to, xml) => to.NextToken = xml.Text() },
        { "StackEvents/member", static (to, xml) => (to.StackEvents ??= []).Add(StackEventWire.Shape.Read(xml)) },
    };

    public static readonly Operation<DescribeStackEventsRequest> Operation =
        CloudFormationProtocol.Operation<DescribeStackEventsRequest, DescribeStackEventsResponse>(
            "DescribeStackEvents",
            Write,
            "DescribeStackEventsResult",
            Reply);

    private static void Write(DescribeStackEventsRequest request, QueryWriter query)
    {
        query.Text("NextToken", request.NextToken);
        query.Text("StackName", request.StackName);
    }
}
