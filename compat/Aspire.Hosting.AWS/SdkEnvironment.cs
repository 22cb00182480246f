using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS;

/// <summary>What resources are told about the AWS SDK.</summary>
internal static partial class SdkEnvironment
{
    private static readonly ConcurrentDictionary<string, bool> Validated = new();

    public static string Version { get; } =
        typeof(SdkEnvironment).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Sets profile and region; what another reference has set is replaced only by force.</summary>
    public static void Apply(EnvironmentCallbackContext context, IAWSSDKConfig config, bool force)
    {
        if (config.SDKValidationEnabled)
        {
            _ = ValidateAsync(context.Logger, config, context.CancellationToken);
        }

        Set(context, "AWS__Profile", "AWS_PROFILE", config.Profile, force);
        Set(context, "AWS__Region", "AWS_REGION", config.Region?.SystemName, force);
    }

    private static void Set(
        EnvironmentCallbackContext context, string configurationName, string sdkName, string? value, bool force)
    {
        if (!string.IsNullOrEmpty(value) && (force || !context.EnvironmentVariables.ContainsKey(configurationName)))
        {
            context.EnvironmentVariables[configurationName] = value;
            context.EnvironmentVariables[sdkName] = value;
        }
    }

    /// <summary>Asks STS who we are, once per profile and region, and logs whether that worked.</summary>
    private static async Task ValidateAsync(ILogger logger, IAWSSDKConfig config, CancellationToken cancellationToken)
    {
        var settings = $"Profile:{config.Profile},Region:{config.Region?.SystemName}";
        if (!Validated.TryAdd(settings, value: true))
        {
            return;
        }

        try
        {
            using var client =
                new AmazonSecurityTokenServiceClient(config.CreateServiceConfig<AmazonSecurityTokenServiceConfig>());
            var identity = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
            Connected(logger, identity.Account);
        }
        catch (Exception exception)
            when (exception is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            NotConnected(logger, settings);
        }
    }

    [LoggerMessage(LogLevel.Information, "AWS SDK config validated for account: {AccountId}")]
    private static partial void Connected(ILogger logger, string accountId);

    [LoggerMessage(LogLevel.Error, "Failed to connect to AWS using AWS SDK config: {ConfigSettings}")]
    private static partial void NotConnected(ILogger logger, string configSettings);
}
