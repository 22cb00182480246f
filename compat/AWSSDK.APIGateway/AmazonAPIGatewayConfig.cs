using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway;

/// <summary>Settings of the client of the control plane of Amazon API Gateway.</summary>
/// <remarks>
/// Without <c>ServiceURL</c> the address comes from <c>AWS_ENDPOINT_URL_API_GATEWAY</c>,
/// <c>AWS_ENDPOINT_URL</c>, the shared configuration file, else from the region.
/// </remarks>
public class AmazonAPIGatewayConfig : ClientConfig
{
    private static readonly string UserAgentString =
        InternalSDKUtils.BuildUserAgentString("API Gateway", "4.0.102.0");

    public AmazonAPIGatewayConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "apigateway";
        EndpointProvider = new StandardEndpointProvider("apigateway");
    }

    public static new string ServiceId => "API Gateway";

    public override string RegionEndpointServiceName => "apigateway";

    public override string ServiceVersion => "2015-07-09";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        StandardEndpointResolver.Determine(this, ServiceId, parameters);
}
