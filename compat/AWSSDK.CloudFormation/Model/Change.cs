namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>Change</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Change.html
/// </remarks>
public class Change
{
    public int? HookInvocationCount { get; set; }

    public ResourceChange ResourceChange { get; set; }

    public ChangeType Type { get; set; }
}
