namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>Output</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Output.html
/// </remarks>
public class Output
{
    public string Description { get; set; }

    public string ExportName { get; set; }

    public string OutputKey { get; set; }

    public string OutputValue { get; set; }
}
