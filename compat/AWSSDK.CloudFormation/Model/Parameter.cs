namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>Parameter</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html
/// </remarks>
public class Parameter
{
    public string ParameterKey { get; set; }

    public string ParameterValue { get; set; }

    public string ResolvedValue { get; set; }

    public bool? UsePreviousValue { get; set; }
}
