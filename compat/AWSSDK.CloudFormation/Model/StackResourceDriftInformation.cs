namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>StackResourceDriftInformation</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceDriftInformation.html
/// </remarks>
public class StackResourceDriftInformation
{
    public DateTime? LastCheckTimestamp { get; set; }

    public StackResourceDriftStatus StackResourceDriftStatus { get; set; }
}
