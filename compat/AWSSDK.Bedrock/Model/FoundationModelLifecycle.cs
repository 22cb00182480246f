namespace Amazon.Bedrock.Model;

/// <summary>The structure <c>FoundationModelLifecycle</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelLifecycle.html
/// </remarks>
public class FoundationModelLifecycle
{
    public DateTime? EndOfLifeTime { get; set; }

    public DateTime? LegacyTime { get; set; }

    public DateTime? PublicExtendedAccessTime { get; set; }

    public DateTime? StartOfLifeTime { get; set; }

    public FoundationModelLifecycleStatus Status { get; set; }
}
