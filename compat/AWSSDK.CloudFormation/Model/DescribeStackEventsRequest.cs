namespace Amazon.CloudFormation.Model;

/// <summary>The parameters of <c>DescribeStackEvents</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
/// </remarks>
public class DescribeStackEventsRequest : AmazonCloudFormationRequest
{
    public string NextToken { get; set; }

    public string StackName { get; set; }
}
