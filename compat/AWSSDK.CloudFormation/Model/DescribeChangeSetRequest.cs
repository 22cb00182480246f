namespace Amazon.CloudFormation.Model;

/// <summary>The parameters of <c>DescribeChangeSet</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
/// </remarks>
public class DescribeChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public bool? IncludePropertyValues { get; set; }

    public string NextToken { get; set; }

    public string StackName { get; set; }
}
