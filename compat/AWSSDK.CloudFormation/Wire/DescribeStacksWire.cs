using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DescribeStacks</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
/// </remarks>
internal static class DescribeStacksWire
{
    private static readonly XmlShape<DescribeStacksResponse> Reply = new()
    {
        { "NextToken", static (to, xml) => to.NextToken = xml.Text() },
        { "Stacks/member", static (to, xml) => (to.Stacks ??= []).Add(StackWire.Shape.Read(xml)) },
    };

    public static readonly Operation<DescribeStacksRequest> Operation =
        CloudFormationProtocol.Operation<DescribeStacksRequest, DescribeStacksResponse>(
            "DescribeStacks",
            Write,
            "DescribeStacksResult",
            Reply);

    private static void Write(DescribeStacksRequest request, QueryWriter query)
    {
        query.Text("NextToken", request.NextToken);
        query.Text("StackName", request.StackName);
    }
}
