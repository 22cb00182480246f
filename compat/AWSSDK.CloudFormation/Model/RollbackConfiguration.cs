namespace Amazon.CloudFormation.Model;

/// <summary>The structure <c>RollbackConfiguration</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RollbackConfiguration.html
/// </remarks>
public class RollbackConfiguration
{
    public int? MonitoringTimeInMinutes { get; set; }

    public List<RollbackTrigger> RollbackTriggers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
