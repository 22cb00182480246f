namespace Amazon.Bedrock.Model;

/// <summary>The parameters of <c>ListFoundationModels</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
/// </remarks>
public class ListFoundationModelsRequest : AmazonBedrockRequest
{
    public ModelCustomization ByCustomizationType { get; set; }

    public InferenceType ByInferenceType { get; set; }

    public ModelModality ByOutputModality { get; set; }

    public string ByProvider { get; set; }
}
