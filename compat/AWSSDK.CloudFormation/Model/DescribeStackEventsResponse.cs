using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The reply of <c>DescribeStackEvents</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
/// </remarks>
public class DescribeStackEventsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<StackEvent> StackEvents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
