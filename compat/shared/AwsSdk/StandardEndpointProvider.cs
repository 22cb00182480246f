using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Compat.AwsSdk;

/// <summary>The rules that most services share: a configured address, else prefix, region and partition.</summary>
/// <param name="prefix">First label of the host name, such as <c>cognito-idp</c>.</param>
/// <param name="exception">The address of a case in which the service departs from the rules, else null.</param>
internal sealed class StandardEndpointProvider(string prefix, EndpointException exception = null) : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No region is set, or what is asked for cannot be combined.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;

        if (parameters["Endpoint"] is string configured)
        {
            RefuseBesideConfigured(fips, dualStack);
            return new Endpoint(configured);
        }

        var region = parameters["Region"] as string
            ?? throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(region);
        RefuseWhatPartitionLacks(partition, fips, dualStack);

        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint(
            exception?.Invoke(region, partition.name, fips, dualStack)
            ?? $"https://{prefix}{(fips ? "-fips" : "")}.{region}.{suffix}");
    }

    private static void RefuseBesideConfigured(bool fips, bool dualStack)
    {
        if (fips)
        {
            throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        }

        if (dualStack)
        {
            throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        }
    }

    private static void RefuseWhatPartitionLacks(Partition partition, bool fips, bool dualStack)
    {
        switch (fips, dualStack)
        {
            case (true, true) when !partition.supportsFIPS || !partition.supportsDualStack:
                throw new AmazonClientException(
                    "FIPS and DualStack are enabled, but this partition does not support one or both");
            case (true, false) when !partition.supportsFIPS:
                throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
            case (false, true) when !partition.supportsDualStack:
                throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
            default:
                return;
        }
    }
}

/// <summary>The address for a case outside the common rules, or null where they hold.</summary>
internal delegate string EndpointException(string region, string partition, bool fips, bool dualStack);
