using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Base class of the service's requests.</summary>
public class AmazonCognitoIdentityProviderRequest : AmazonWebServiceRequest;
