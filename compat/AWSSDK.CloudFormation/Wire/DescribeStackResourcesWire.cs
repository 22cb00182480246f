using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DescribeStackResources</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
/// </remarks>
internal static class DescribeStackResourcesWire
{
    private static readonly XmlShape<DescribeStackResourcesResponse> Reply = new()
    {
        {
            "StackResources/member",
            static (to, xml) =>
                (to.StackResources ??= []).Add(StackResourceWire.Shape.Read(xml))
        },
    };

    public static readonly Operation<DescribeStackResourcesRequest> Operation =
        CloudFormationProtocol.Operation<DescribeStackResourcesRequest, DescribeStackResourcesResponse>(
            "DescribeStackResources",
            Write,
            "DescribeStackResourcesResult",
            Reply);

    private static void Write(DescribeStackResourcesRequest request, QueryWriter query)
    {
        query.Text("LogicalResourceId", request.LogicalResourceId);
        query.Text("PhysicalResourceId", request.PhysicalResourceId);
        query.Text("StackName", request.StackName);
    }
}
