using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Compat.AwsSdk;

namespace Amazon.Bedrock;

/// <summary>Settings of the client of the control plane of Amazon Bedrock.</summary>
/// <remarks>
/// Without <c>ServiceURL</c> the address comes from <c>AWS_ENDPOINT_URL_BEDROCK</c>,
/// <c>AWS_ENDPOINT_URL</c>, the shared configuration file, else from the region.
/// </remarks>
public class AmazonBedrockConfig : ClientConfig
{
    private static readonly string UserAgentString =
        InternalSDKUtils.BuildUserAgentString("Bedrock", "4.0.102.0");

    public AmazonBedrockConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new StandardEndpointProvider("bedrock");
    }

    public static new string ServiceId => "Bedrock";

    public override string RegionEndpointServiceName => "bedrock";

    public override string ServiceVersion => "2023-04-20";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        StandardEndpointResolver.Determine(this, ServiceId, parameters);
}
