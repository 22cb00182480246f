namespace Amazon.CloudFormation.Model;

/// <summary>The parameters of <c>DeleteStack</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
/// </remarks>
public class DeleteStackRequest : AmazonCloudFormationRequest
{
    public string ClientRequestToken { get; set; }

    public DeletionMode DeletionMode { get; set; }

    public List<string> RetainResources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string RoleARN { get; set; }

    public string StackName { get; set; }
}
