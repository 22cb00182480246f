using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

/// <summary><c>ListFoundationModels</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
/// </remarks>
internal static class ListFoundationModelsWire
{
    private static readonly JsonShape<ListFoundationModelsResponse> Reply = new()
    {
        {
            "modelSummaries",
            static (to, json, ref at) =>
                to.ModelSummaries = json.List(FoundationModelSummaryWire.Shape, ref at)
        },
    };

    public static readonly Operation<ListFoundationModelsRequest> Operation =
        BedrockProtocol.Operation<ListFoundationModelsRequest, ListFoundationModelsResponse>(
            Write,
            Reply,
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException");

    private static void Write(ListFoundationModelsRequest request, IRequest http)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = "/foundation-models";
        http.Query("byCustomizationType", request.ByCustomizationType);
        http.Query("byInferenceType", request.ByInferenceType);
        http.Query("byOutputModality", request.ByOutputModality);
        http.Query("byProvider", request.ByProvider);
        http.UseQueryString = true;
    }
}
