using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Compat.AwsSdk;

/// <summary>Takes from the client's configuration what decides the address of a request.</summary>
internal sealed class StandardEndpointResolver : BaseEndpointResolver
{
    /// <summary>The address that <paramref name="parameters"/> of a client with this configuration go to.</summary>
    public static Endpoint Determine(
        ClientConfig config, string serviceId, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, serviceId)
            {
                AlternateEndpoint = parameters.AlternateEndpoint,
            },
        };
        return new StandardEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new StandardEndpointParameters
        {
            Region = Region(requestContext.Request.AlternateEndpoint, config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFips = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }

    private static string Region(RegionEndpoint alternate, IClientConfig config)
    {
        if (alternate is not null)
        {
            return alternate.SystemName;
        }

        var region = config.RegionEndpoint?.SystemName;
        if (region is null && !string.IsNullOrEmpty(config.ServiceURL))
        {
            // Signing needs a region even where the address is given: the configured one, else what the address says.
            region = string.IsNullOrEmpty(config.AuthenticationRegion)
                ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
                : config.AuthenticationRegion;
        }

        return region == "us-east-1-regional" ? "us-east-1" : region;
    }
}
