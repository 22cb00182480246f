using System.Globalization;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.BedrockRuntime.Wire;

/// <summary><c>InvokeModel</c> on the wire.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html</remarks>
internal static class InvokeModelWire
{
    public static readonly Operation<InvokeModelRequest> Operation = new(
        "Amazon.BedrockRuntime",
        Write,
        new InvokeModelReply(BedrockRuntimeFaults.All.Only(
            "AccessDeniedException",
            "InternalServerException",
            "ModelErrorException",
            "ModelNotReadyException",
            "ModelTimeoutException",
            "ResourceNotFoundException",
            "ServiceQuotaExceededException",
            "ServiceUnavailableException",
            "ThrottlingException",
            "ValidationException")));

    private static void Write(InvokeModelRequest request, IRequest http)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/model/{modelId}/invoke";
        http.Path("modelId", "ModelId", request.ModelId, BedrockRuntimeFaults.Unset);

        // The caller's stream goes out as it is; a second call with it starts at the beginning again.
        var body = request.Body ?? new MemoryStream();
        body.Position = 0;
        http.ContentStream = body;

        http.Headers["x-amz-api-version"] = "2023-09-30";
        http.Headers["Content-Length"] = body.Length.ToString(CultureInfo.InvariantCulture);
        http.Headers["Content-Type"] = request.ContentType ?? "application/octet-stream";
        http.Header("Accept", request.Accept);
        http.Header("X-Amzn-Bedrock-GuardrailIdentifier", request.GuardrailIdentifier);
        http.Header("X-Amzn-Bedrock-GuardrailVersion", request.GuardrailVersion);
        http.Header("X-Amzn-Bedrock-PerformanceConfig-Latency", request.PerformanceConfigLatency);
        http.Header("X-Amzn-Bedrock-Service-Tier", request.ServiceTier);
        http.Header("X-Amzn-Bedrock-Trace", request.Trace);
    }
}
