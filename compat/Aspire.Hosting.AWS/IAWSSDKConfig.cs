using Amazon;
using Amazon.Runtime;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS;

/// <summary>Which profile and region AWS SDK clients take, in the AppHost and in the resources.</summary>
public interface IAWSSDKConfig
{
    string? Profile { get; set; }

    RegionEndpoint? Region { get; set; }

    /// <summary>
    /// Whether the settings are tried with STS in the background; the result is only logged. Default: they are.
    /// </summary>
    bool SDKValidationEnabled { get; set; }

    internal T CreateServiceConfig<T>()
        where T : ClientConfig, new()
    {
        var config = new T();
        if (!string.IsNullOrEmpty(Profile))
        {
            config.Profile = new Profile(Profile);
        }

        if (Region is not null)
        {
            config.RegionEndpoint = Region;
        }

        return config;
    }
}

/// <summary>A resource that is provisioned in AWS.</summary>
public interface IAWSResource : IResource
{
    IAWSSDKConfig? AWSSDKConfig { get; set; }

    /// <summary>Ends when the resource is provisioned, or fails with what kept it from that.</summary>
    TaskCompletionSource? ProvisioningTaskCompletionSource { get; set; }
}

internal sealed class AWSSDKConfig : IAWSSDKConfig
{
    public string? Profile { get; set; }

    public RegionEndpoint? Region { get; set; }

    public bool SDKValidationEnabled { get; set; } = true;
}
