namespace Amazon.Bedrock.Model;

/// <summary>The structure <c>FoundationModelSummary</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelSummary.html
/// </remarks>
public class FoundationModelSummary
{
    public List<string> CustomizationsSupported { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> InferenceTypesSupported { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> InputModalities { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ModelArn { get; set; }

    public string ModelId { get; set; }

    public FoundationModelLifecycle ModelLifecycle { get; set; }

    public string ModelName { get; set; }

    public List<string> OutputModalities { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ProviderName { get; set; }

    public bool? ResponseStreamingSupported { get; set; }
}
