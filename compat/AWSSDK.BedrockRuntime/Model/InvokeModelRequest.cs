namespace Amazon.BedrockRuntime.Model;

/// <summary>The parameters of <c>InvokeModel</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
/// </remarks>
public class InvokeModelRequest : AmazonBedrockRuntimeRequest
{
    public string Accept { get; set; }

    public MemoryStream Body { get; set; }

    public string ContentType { get; set; }

    public string GuardrailIdentifier { get; set; }

    public string GuardrailVersion { get; set; }

    public string ModelId { get; set; }

    public PerformanceConfigLatency PerformanceConfigLatency { get; set; }

    public ServiceTierType ServiceTier { get; set; }

    public Trace Trace { get; set; }
}
