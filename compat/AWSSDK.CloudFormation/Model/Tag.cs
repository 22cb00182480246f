namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>Tag</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Tag.html
/// </remarks>
public class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
