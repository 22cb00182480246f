namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>StackDriftInformation</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackDriftInformation.html
/// </remarks>
public class StackDriftInformation
{
    public DateTime? LastCheckTimestamp { get; set; }

    public StackDriftStatus StackDriftStatus { get; set; }
}
