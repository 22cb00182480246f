namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>RollbackTrigger</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RollbackTrigger.html
/// </remarks>
public class RollbackTrigger
{
    public string Arn { get; set; }

    public string Type { get; set; }
}
