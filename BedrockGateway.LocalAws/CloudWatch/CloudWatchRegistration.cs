using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.CloudWatch;

/// <summary>Amazon CloudWatch: alarms and dashboards exist in stacks; no alarm rings, and nothing is drawn.</summary>
internal static class CloudWatchRegistration
{
    public static IServiceCollection AddCloudWatch(this IServiceCollection services) => services
        .AddSingleton<IResourceHandler, AlarmHandler>()
        .AddSingleton<IResourceHandler, DashboardHandler>();
}
