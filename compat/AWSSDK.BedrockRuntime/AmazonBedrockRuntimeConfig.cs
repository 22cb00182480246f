using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Compat.AwsSdk;

namespace Amazon.BedrockRuntime;

/// <summary>Settings of the client of the models on Amazon Bedrock.</summary>
/// <remarks>
/// Without <c>ServiceURL</c> the address comes from <c>AWS_ENDPOINT_URL_BEDROCK_RUNTIME</c>,
/// <c>AWS_ENDPOINT_URL</c>, the shared configuration file, else from the region.
/// </remarks>
public class AmazonBedrockRuntimeConfig : ClientConfig
{
    private static readonly string UserAgentString =
        InternalSDKUtils.BuildUserAgentString("Bedrock Runtime", "4.0.102.0");

    public AmazonBedrockRuntimeConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new StandardEndpointProvider("bedrock-runtime");
    }

    public static new string ServiceId => "Bedrock Runtime";

    public override string RegionEndpointServiceName => "bedrock-runtime";

    public override string ServiceVersion => "2023-09-30";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        StandardEndpointResolver.Determine(this, ServiceId, parameters);
}
