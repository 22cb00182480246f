using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

/// <summary><c>ListInferenceProfiles</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
/// </remarks>
internal static class ListInferenceProfilesWire
{
    private static readonly JsonShape<ListInferenceProfilesResponse> Reply = new()
    {
        {
            "inferenceProfileSummaries",
            static (to, json, ref at) =>
                to.InferenceProfileSummaries = json.List(InferenceProfileSummaryWire.Shape, ref at)
        },
        { "nextToken", static (to, json, ref at) => to.NextToken = json.Text(ref at) },
    };

    public static readonly Operation<ListInferenceProfilesRequest> Operation =
        BedrockProtocol.Operation<ListInferenceProfilesRequest, ListInferenceProfilesResponse>(
            Write,
            Reply,
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException");

    private static void Write(ListInferenceProfilesRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/inference-profiles";
        http.Query("maxResults", request.MaxResults);
        http.Query("nextToken", request.NextToken);
        http.Query("type", request.TypeEquals);
        http.UseQueryString = true;
    }
}
