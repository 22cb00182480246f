using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Base class of the service's requests.</summary>
public class AmazonCloudFormationRequest : AmazonWebServiceRequest;
