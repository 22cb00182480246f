using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The reply of <c>InvokeModel</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
/// </remarks>
public class InvokeModelResponse : AmazonWebServiceResponse
{
    public MemoryStream Body { get; set; }

    public string ContentType { get; set; }

    public PerformanceConfigLatency PerformanceConfigLatency { get; set; }

    public ServiceTierType ServiceTier { get; set; }
}
