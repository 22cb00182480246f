namespace Amazon.Bedrock.Model;

/// <summary>The structure <c>InferenceProfileSummary</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileSummary.html
/// </remarks>
public class InferenceProfileSummary
{
    public DateTime? CreatedAt { get; set; }

    public string Description { get; set; }

    public string InferenceProfileArn { get; set; }

    public string InferenceProfileId { get; set; }

    public string InferenceProfileName { get; set; }

    public List<InferenceProfileModel> Models { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public InferenceProfileStatus Status { get; set; }

    public InferenceProfileType Type { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
