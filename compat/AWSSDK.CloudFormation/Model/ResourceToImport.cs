namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>ResourceToImport</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceToImport.html
/// </remarks>
public class ResourceToImport
{
    public string LogicalResourceId { get; set; }

    public Dictionary<string, string> ResourceIdentifier { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ResourceType { get; set; }
}
