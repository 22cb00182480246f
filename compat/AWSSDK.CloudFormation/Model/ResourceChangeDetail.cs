namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>ResourceChangeDetail</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html
/// </remarks>
public class ResourceChangeDetail
{
    public string CausingEntity { get; set; }

    public ChangeSource ChangeSource { get; set; }

    public EvaluationType Evaluation { get; set; }

    public ResourceTargetDefinition Target { get; set; }
}
