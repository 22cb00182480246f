namespace Amazon.Bedrock.Model;

/// <summary>The structure <c>InferenceProfileModel</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileModel.html
/// </remarks>
public class InferenceProfileModel
{
    public string ModelArn { get; set; }
}
