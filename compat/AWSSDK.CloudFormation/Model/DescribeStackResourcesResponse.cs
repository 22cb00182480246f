using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The reply of <c>DescribeStackResources</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
/// </remarks>
public class DescribeStackResourcesResponse : AmazonWebServiceResponse
{
    public List<StackResource> StackResources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
