using System.Net;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Compat.AwsSdk;

namespace Amazon.BedrockRuntime.Wire;

/// <summary>Reads a reply whose body is the model's own bytes.</summary>
internal sealed class InvokeModelReply(FaultSet faults) : JsonResponseUnmarshaller
{
    private readonly JsonReply<InvokeModelResponse> _faults = new(null, faults);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = new MemoryStream();
        input.Stream.CopyTo(body);
        body.Position = 0;

        var headers = new FaultDetails(input.ResponseData, []);
        return new InvokeModelResponse
        {
            Body = body,
            ContentType = headers.Header("Content-Type"),
            PerformanceConfigLatency = headers.Header("X-Amzn-Bedrock-PerformanceConfig-Latency"),
            ServiceTier = headers.Header("X-Amzn-Bedrock-Service-Tier"),
        };
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        _faults.UnmarshallException(input, innerException, statusCode);
}
