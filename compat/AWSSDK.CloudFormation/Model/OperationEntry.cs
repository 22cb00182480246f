namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>OperationEntry</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_OperationEntry.html
/// </remarks>
public class OperationEntry
{
    public string OperationId { get; set; }

    public OperationType OperationType { get; set; }
}
