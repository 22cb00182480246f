using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Settings of the client of Amazon Cognito user pools.</summary>
/// <remarks>
/// Without <c>ServiceURL</c> the address comes from <c>AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER</c>,
/// <c>AWS_ENDPOINT_URL</c>, the shared configuration file, else from the region.
/// </remarks>
public class AmazonCognitoIdentityProviderConfig : ClientConfig
{
    private static readonly string UserAgentString =
        InternalSDKUtils.BuildUserAgentString("Cognito Identity Provider", "4.0.102.0");

    public AmazonCognitoIdentityProviderConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cognito-idp";
        EndpointProvider = new StandardEndpointProvider("cognito-idp", EndpointException);
    }

    public static new string ServiceId => "Cognito Identity Provider";

    public override string RegionEndpointServiceName => "cognito-idp";

    public override string ServiceVersion => "2016-04-18";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        StandardEndpointResolver.Determine(this, ServiceId, parameters);

    // The service has had addresses of its own since before the common rules.
    private static string EndpointException(string region, string partition, bool fips, bool dualStack) =>
        (fips, dualStack) switch
        {
            (true, true) when region is "us-east-1" or "us-east-2" or "us-west-1" or "us-west-2" =>
                $"https://cognito-idp-fips.{region}.amazonaws.com",
            (false, true) when partition == "aws" => $"https://cognito-idp.{region}.amazonaws.com",
            _ => null,
        };
}
