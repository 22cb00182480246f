namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>ModuleInfo</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ModuleInfo.html
/// </remarks>
public class ModuleInfo
{
    public string LogicalIdHierarchy { get; set; }

    public string TypeHierarchy { get; set; }
}
