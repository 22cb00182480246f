namespace Amazon.Bedrock.Model;

/// <summary>The parameters of <c>ListInferenceProfiles</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
/// </remarks>
public class ListInferenceProfilesRequest : AmazonBedrockRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public InferenceProfileType TypeEquals { get; set; }
}
