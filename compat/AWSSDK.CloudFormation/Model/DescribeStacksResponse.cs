using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The reply of <c>DescribeStacks</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
/// </remarks>
public class DescribeStacksResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Stack> Stacks { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
