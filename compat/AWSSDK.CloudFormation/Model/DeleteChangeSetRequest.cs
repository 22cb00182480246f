namespace Amazon.CloudFormation.Model;

/// <summary>The parameters of <c>DeleteChangeSet</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
/// </remarks>
public class DeleteChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public string StackName { get; set; }
}
