using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Compat.AwsSdk;

namespace Amazon.CloudFormation;

/// <summary>Settings of the client of AWS CloudFormation.</summary>
/// <remarks>
/// Without <c>ServiceURL</c> the address comes from <c>AWS_ENDPOINT_URL_CLOUDFORMATION</c>,
/// <c>AWS_ENDPOINT_URL</c>, the shared configuration file, else from the region.
/// </remarks>
public class AmazonCloudFormationConfig : ClientConfig
{
    private static readonly string UserAgentString =
        InternalSDKUtils.BuildUserAgentString("CloudFormation", "4.0.102.0");

    public AmazonCloudFormationConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cloudformation";
        EndpointProvider = new StandardEndpointProvider("cloudformation", EndpointException);
    }

    public static new string ServiceId => "CloudFormation";

    public override string RegionEndpointServiceName => "cloudformation";

    public override string ServiceVersion => "2010-05-15";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        StandardEndpointResolver.Determine(this, ServiceId, parameters);

    // GovCloud's ordinary address is its FIPS address.
    private static string EndpointException(string region, string partition, bool fips, bool dualStack) =>
        fips && !dualStack && partition == "aws-us-gov" ? $"https://cloudformation.{region}.amazonaws.com" : null;
}
