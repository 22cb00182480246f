using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Base class of the service's requests.</summary>
public class AmazonBedrockRequest : AmazonWebServiceRequest;
