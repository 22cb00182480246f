namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>ResourceDriftIgnoredAttribute</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceDriftIgnoredAttribute.html
/// </remarks>
public class ResourceDriftIgnoredAttribute
{
    public string Path { get; set; }

    public DriftIgnoredReason Reason { get; set; }
}
