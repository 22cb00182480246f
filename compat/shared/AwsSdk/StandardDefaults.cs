using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Compat.AwsSdk;

/// <summary>The settings behind <c>AWS_DEFAULTS_MODE</c>, which are the same for every service here.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html</remarks>
internal static class StandardDefaults
{
    public static DefaultConfigurationProvider Provider() => new(
    [
        Mode(DefaultConfigurationMode.Standard, connectTimeoutMs: 3_100),
        Mode(DefaultConfigurationMode.InRegion, connectTimeoutMs: 1_100),
        Mode(DefaultConfigurationMode.CrossRegion, connectTimeoutMs: 3_100),
        Mode(DefaultConfigurationMode.Mobile, connectTimeoutMs: 30_000),
        Mode(DefaultConfigurationMode.Auto, connectTimeoutMs: 1_100),
    ]);

    private static IDefaultConfiguration Mode(DefaultConfigurationMode name, int connectTimeoutMs) =>
        new DefaultConfiguration
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectTimeoutMs),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectTimeoutMs),
        };
}
