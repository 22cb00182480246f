using Amazon.Runtime;

namespace Amazon.APIGateway;

/// <summary>Base class of the service's requests.</summary>
public class AmazonAPIGatewayRequest : AmazonWebServiceRequest;
