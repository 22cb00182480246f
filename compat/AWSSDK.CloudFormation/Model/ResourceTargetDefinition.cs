namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>ResourceTargetDefinition</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceTargetDefinition.html
/// </remarks>
public class ResourceTargetDefinition
{
    public string AfterValue { get; set; }

    public AfterValueFrom AfterValueFrom { get; set; }

    public ResourceAttribute Attribute { get; set; }

    public AttributeChangeType AttributeChangeType { get; set; }

    public string BeforeValue { get; set; }

    public BeforeValueFrom BeforeValueFrom { get; set; }

    public LiveResourceDrift Drift { get; set; }

    public string Name { get; set; }

    public string Path { get; set; }

    public RequiresRecreation RequiresRecreation { get; set; }
}
