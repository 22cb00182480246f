namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>LiveResourceDrift</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_LiveResourceDrift.html
/// </remarks>
public class LiveResourceDrift
{
    public string ActualValue { get; set; }

    public DateTime? DriftDetectionTimestamp { get; set; }

    public string PreviousValue { get; set; }
}
